/** The participants of a meeting and their tokens. */
@NullMarked
package dev.ringline.simulator.rest.participant;

import org.jspecify.annotations.NullMarked;
