package dev.ringline.notification.rules.device;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Registrations without a store, held to the same contract as the real one. */
public final class InMemoryDevices implements DeviceStore {

    private final Map<String, UserDevices> stored = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();

    /** How often a user's registrations were read. */
    public int reads() {
        return reads.get();
    }

    @Override
    public UserDevices of(String userId) {
        reads.incrementAndGet();
        return stored.getOrDefault(userId, UserDevices.none(userId));
    }

    @Override
    public List<UserDevices> holdersOf(Collection<String> tokenHashes) {
        return stored.values().stream()
                .filter(devices -> !Collections.disjoint(devices.tokenHashes(), tokenHashes))
                .toList();
    }

    @Override
    public synchronized boolean store(UserDevices next) {
        boolean held = holdersOf(next.tokenHashes()).stream()
                .anyMatch(holder -> !holder.userId().equals(next.userId()));
        if (held || of(next.userId()).version() != next.version() - 1) {
            return false;
        }
        stored.put(next.userId(), next);
        return true;
    }
}
