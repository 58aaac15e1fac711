/** Who does what in a run, and in which order it happens: both drawn from a seed. */
@NullMarked
package dev.ringline.call.simulation.story;

import org.jspecify.annotations.NullMarked;
