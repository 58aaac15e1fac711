/** The reactive side: the same rules for applications on Spring WebFlux, the gateway among them. */
@NullMarked
package dev.ringline.http.reactive;

import org.jspecify.annotations.NullMarked;
