/**
 * Meetings with all that hangs on them: the participants added to them, the tokens that open them, and the sessions that
 * run in them. What happens in a room is told to a listener as {@link dev.ringline.simulator.room.RoomEvent}s.
 */
@NullMarked
package dev.ringline.simulator.room;

import org.jspecify.annotations.NullMarked;
