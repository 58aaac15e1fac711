package dev.ringline.message;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tombstones without a database; {@link TombstonesContract} holds it to what MongoDB does. */
public final class InMemoryTombstones implements Tombstones {

    private final Map<String, String> erased = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> of(Collection<String> userIds) {
        return userIds.stream()
                .distinct()
                .filter(erased::containsKey)
                .collect(Collectors.toMap(Function.identity(), erased::get));
    }

    @Override
    public String bury(String userId) {
        return erased.computeIfAbsent(userId, _ -> "erased-" + (erased.size() + 1));
    }
}
