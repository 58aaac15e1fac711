package dev.ringline.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What happened to each call, piece by piece: its own events, the evidence of media, the deliveries. */
public interface Timeline {

    /**
     * One piece.
     *
     * @param id of the event that told it: noting it again changes nothing
     * @param source who told it
     * @param type what it is
     * @param facts what it says, never a token
     */
    record Entry(
            String id,
            String callId,
            Instant at,
            String source,
            String type,
            long sequence,
            Map<String, Object> facts) {

        public Entry {
            facts = Map.copyOf(facts);
        }
    }

    void note(List<Entry> entries);

    /** Everything about a call, oldest first. */
    List<Entry> of(String callId);
}
