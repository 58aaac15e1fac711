package dev.ringline.e2e.checker;

import java.util.List;

/**
 * A message as it is stored.
 *
 * @param unfinished the fields that only a message has whose work is not done
 */
public record StoredLine(String id, String callId, End end, List<String> participants, List<String> unfinished) {

    public StoredLine {
        participants = List.copyOf(participants);
        unfinished = List.copyOf(unfinished);
    }
}
