/** Which tokens are believed, and what they say of the caller. Nothing here knows servlets or reactive streams. */
@NullMarked
package dev.ringline.http.jwt;

import org.jspecify.annotations.NullMarked;
