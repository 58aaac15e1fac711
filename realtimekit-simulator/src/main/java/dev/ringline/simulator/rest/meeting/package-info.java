/** Meetings: made, found, changed, opened and closed. */
@NullMarked
package dev.ringline.simulator.rest.meeting;

import org.jspecify.annotations.NullMarked;
