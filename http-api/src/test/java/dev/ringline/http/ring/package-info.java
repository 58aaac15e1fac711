/** Which settings and which tokens are accepted. */
@NullMarked
package dev.ringline.http.ring;

import org.jspecify.annotations.NullMarked;
