/** Livestreams: started, found, stopped, counted. */
@NullMarked
package dev.ringline.simulator.rest.livestream;

import org.jspecify.annotations.NullMarked;
