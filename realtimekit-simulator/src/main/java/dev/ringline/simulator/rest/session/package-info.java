/** The session that runs in a meeting, those that ever ran, who was in them, and what they left behind. */
@NullMarked
package dev.ringline.simulator.rest.session;

import org.jspecify.annotations.NullMarked;
