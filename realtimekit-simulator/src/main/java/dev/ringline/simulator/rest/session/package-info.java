/** The session that runs in a meeting: who is in, and how they are put out. */
@NullMarked
package dev.ringline.simulator.rest.session;

import org.jspecify.annotations.NullMarked;
