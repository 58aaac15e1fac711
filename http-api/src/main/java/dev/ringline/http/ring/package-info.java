/** The tokens that Ringline signs itself: each opens the ring of one call to one device, and nothing else. */
@NullMarked
package dev.ringline.http.ring;

import org.jspecify.annotations.NullMarked;
