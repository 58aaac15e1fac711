package dev.ringline.simulator.room;

import dev.ringline.simulator.room.Session.Peer;

/** What happened in a room, with the meeting and the session as they were right after it. */
public sealed interface RoomEvent {

    Meeting meeting();

    Session session();

    /** The first peer of a session comes in. */
    record Started(Meeting meeting, Session session) implements RoomEvent {}

    record Joined(Meeting meeting, Session session, Peer peer) implements RoomEvent {}

    /** @param peer with the time at which it left */
    record Left(Meeting meeting, Session session, Peer peer) implements RoomEvent {}

    record Ended(Meeting meeting, Session session, Reason reason) implements RoomEvent {}

    /** Why a session ended, in the provider's words. */
    enum Reason {
        ALL_PARTICIPANTS_LEFT,
        HOST_ENDED_MEETING
    }
}
