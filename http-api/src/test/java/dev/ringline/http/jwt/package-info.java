/** Which settings and which tokens are accepted. */
@NullMarked
package dev.ringline.http.jwt;

import org.jspecify.annotations.NullMarked;
