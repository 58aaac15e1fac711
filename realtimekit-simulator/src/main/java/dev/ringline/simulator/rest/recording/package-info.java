/** Recordings: started, found, stopped. */
@NullMarked
package dev.ringline.simulator.rest.recording;

import org.jspecify.annotations.NullMarked;
