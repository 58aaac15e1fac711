/**
 * The bad days: what was asked, per operation of the imitated API, and which faults are switched on for it. Plain Java; a
 * filter of the {@code rest} door carries the faults out and the {@code control} door switches them on and off.
 */
@NullMarked
package dev.ringline.simulator.fault;

import org.jspecify.annotations.NullMarked;
