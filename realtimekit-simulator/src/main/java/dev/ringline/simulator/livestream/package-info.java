/** Livestreams: their states, as far as somebody outside sees them. Nothing is streamed. */
@NullMarked
package dev.ringline.simulator.livestream;

import org.jspecify.annotations.NullMarked;
