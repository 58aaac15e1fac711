package dev.ringline.call.simulation;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.CallCommand;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.GiveUpMeeting;
import dev.ringline.call.rules.CallCommand.NoteDelivery;
import dev.ringline.call.rules.CallCommand.PeerJoined;
import dev.ringline.call.rules.CallCommand.PeerLeft;
import dev.ringline.call.rules.CallCommand.SessionEnded;
import dev.ringline.call.rules.Meeting;
import dev.ringline.call.rules.Meeting.Seat;
import dev.ringline.call.rules.Presence.Peer;
import dev.ringline.call.simulation.story.Story.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** What the provisioner and the media plane tell of a call: true or not, in order or not. */
record Words(World world) {

    CallCommand word(Act act, Call call) {
        long sequence = 1 + world.upTo(6);
        String user =
                world.upTo(2) == 0 ? call.parties().callerId() : call.parties().calleeId();
        String peer = user + world.upTo(2);
        Instant now = world.now();
        return switch (act) {
            case NO_MEETING -> new GiveUpMeeting(sequence);
            case JOINED -> new PeerJoined(sequence, user, new Peer(peer, "session", now.minusSeconds(world.upTo(9))));
            case LEFT -> new PeerLeft(sequence, user, peer, now);
            case SESSION_OVER -> new SessionEnded(sequence, "session", now);
            case DELIVERED -> new NoteDelivery(world.upTo(2) == 0);
            default -> new AcceptMeeting(sequence, meetingOf(call));
        };
    }

    private Meeting meetingOf(Call call) {
        Instant expiry = world.now().plus(Duration.ofDays(1));
        return new Meeting(
                "meeting-of-" + call.id(),
                Stream.of(call.parties().callerId(), call.parties().calleeId())
                        .map(user -> new Seat(user, "p-" + user, "sealed", "1", expiry))
                        .toList());
    }
}
