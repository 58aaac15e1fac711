package dev.ringline.notification.rules.device;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Registers devices and lets them go. */
public final class Devices {

    /** Whoever loses that often to others has a reason that another attempt does not mend. */
    private static final int ATTEMPTS = 50;

    private final DeviceStore store;
    private final Streams streams;
    private final int most;

    /**
     * @param most how many devices one user may have
     */
    public Devices(DeviceStore store, Streams streams, int most) {
        this.store = store;
        this.streams = streams;
        this.most = most;
    }

    /** What is registered. */
    public UserDevices of(String userId) {
        return store.of(userId);
    }

    /**
     * Registers the device in the place of what was registered under its id. Whoever held one of its tokens before loses
     * it first, so that two users never share one.
     *
     * @throws TooManyDevicesException if the user has enough already
     */
    public void register(String userId, Device device) {
        Set<String> tokens = device.credentials().hashes();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            UserDevices next = store.of(userId).with(device, most).orElseThrow(() -> new TooManyDevicesException(most));
            if (store.store(next)) {
                return;
            }
            takeFromOthers(userId, tokens, device.registeredAt());
        }
        throw contended();
    }

    /**
     * Forgets devices, and ends their streams whether or not they were registered.
     *
     * @param deviceId the one device; null for all of the user
     * @return the ids of those that were registered
     */
    public List<String> deregister(String userId, @Nullable String deviceId) {
        UserDevices before =
                change(userId, devices -> deviceId == null ? devices.withoutAny() : devices.without(deviceId));
        streams.end(userId, deviceId);
        return before.devices().stream()
                .map(Device::deviceId)
                .filter(registered -> deviceId == null || registered.equals(deviceId))
                .toList();
    }

    /**
     * Takes a token away that leads nowhere, if it is still registered: one that came in its place stays.
     *
     * @param tokenHash {@link Credentials#hash} of the token
     */
    public void prune(String userId, String tokenHash, Pruned why) {
        change(userId, devices -> devices.withoutTokens(Set.of(tokenHash), why));
    }

    /**
     * Notes where an Apple device's token was found, which is not where it was registered, if it is still registered.
     *
     * @param tokenHash {@link Credentials#hash} of the token
     */
    public void found(String userId, String tokenHash, Environment where) {
        change(userId, devices -> devices.in(where, tokenHash));
    }

    private void takeFromOthers(String userId, Set<String> tokens, Instant now) {
        Pruned moved = new Pruned(Pruned.MOVED, now);
        store.holdersOf(tokens).stream()
                .map(UserDevices::userId)
                .filter(holder -> !holder.equals(userId))
                .forEach(holder -> change(holder, devices -> devices.withoutTokens(tokens, moved)));
    }

    /** What was there before the change. */
    private UserDevices change(String userId, Function<UserDevices, UserDevices> step) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            UserDevices known = store.of(userId);
            UserDevices next = step.apply(known);
            if (next.hasSameDevicesAs(known) || store.store(next)) {
                return known;
            }
        }
        throw contended();
    }

    private static IllegalStateException contended() {
        return new IllegalStateException("Others changed the registration %d times in a row".formatted(ATTEMPTS));
    }
}
