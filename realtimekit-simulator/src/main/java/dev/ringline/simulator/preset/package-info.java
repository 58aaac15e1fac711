/** The presets of an app: what a participant may do, and what kind of meeting it sees. */
@NullMarked
package dev.ringline.simulator.preset;

import org.jspecify.annotations.NullMarked;
