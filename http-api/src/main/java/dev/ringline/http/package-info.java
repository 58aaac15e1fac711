/**
 * How every service speaks HTTP: who asks ({@link dev.ringline.http.Caller}), how errors look
 * ({@link dev.ringline.http.Problem}) and how pages work ({@link dev.ringline.http.Page}).
 *
 * <p>A service gets all of it by having this module on its class path and one key source configured under
 * {@code ringline.security.jwt}. Servlet and reactive applications behave alike.
 *
 * <p>A request body whose fields are all optional may be absent: the controller declares it as
 * {@code @RequestBody(required = false) @Nullable Body body}.
 */
@NullMarked
package dev.ringline.http;

import org.jspecify.annotations.NullMarked;
