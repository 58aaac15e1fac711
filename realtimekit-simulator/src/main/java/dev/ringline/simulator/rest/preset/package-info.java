/** Presets: made, found, changed and deleted. */
@NullMarked
package dev.ringline.simulator.rest.preset;

import org.jspecify.annotations.NullMarked;
