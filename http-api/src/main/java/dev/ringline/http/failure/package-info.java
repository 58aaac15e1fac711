/** Which problem stands behind a failure of the frameworks, the JSON parser or the store. */
@NullMarked
package dev.ringline.http.failure;

import org.jspecify.annotations.NullMarked;
