package dev.ringline.notification;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One thing that a connection is told. */
public sealed interface Frame {

    /** Makes devices ring. */
    String INCOMING = "call.incoming";

    /**
     * Something happened to a call.
     *
     * @param event its name on the wire
     * @param sequence of the call's event that it tells of
     */
    record OfCall(String event, long sequence, CallView call) implements Frame {}

    /** The user has looked at his missed calls on some device: they are no news on the others. */
    record OfSeen(Instant upTo) implements Frame {}

    /** A message was written. */
    record OfMessage(WrittenMessage message) implements Frame {}

    /** The whole truth about one user's calls, newest first. */
    record Snapshot(List<Item> calls, Instant at) implements Frame {

        public Snapshot {
            calls = List.copyOf(calls);
        }

        /** A call, with the sequence up to which the snapshot knows it. */
        public record Item(long sequence, CallView call) {}

        /** What it tells of one call. */
        public Snapshot about(String callId) {
            return new Snapshot(
                    calls.stream()
                            .filter(item -> item.call().callId().equals(callId))
                            .toList(),
                    at);
        }

        /** Per call id, the sequence up to which the snapshot tells it. */
        public Map<String, Long> sequences() {
            return calls.stream()
                    .collect(Collectors.toUnmodifiableMap(item -> item.call().callId(), Item::sequence));
        }
    }

    /**
     * The connection ends; come back.
     *
     * @param delayMs how long to wait before that
     */
    record Reconnect(long delayMs, Reason reason) implements Frame {

        /** Why the connection ends. */
        public enum Reason {
            /** This server goes away, others do not. */
            SHUTDOWN,
            /** This device opened another one here. */
            REPLACED,
            /** This was the user's oldest of more than one server holds. */
            TOO_MANY_STREAMS,
            /** The user or the app's backend logged this device out. */
            DEREGISTERED;

            /** As clients read it. */
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
