/** Recordings of sessions: their states, as far as somebody outside sees them. Nothing is recorded. */
@NullMarked
package dev.ringline.simulator.recording;

import org.jspecify.annotations.NullMarked;
