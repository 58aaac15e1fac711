package dev.ringline.notification.rules.device;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The registered devices of one user. They are stored together, so that a fan-out costs one read and nobody registers
 * more of them than allowed.
 *
 * @param version counts the writes, from 1; 0 when nothing was ever stored
 */
public record UserDevices(String userId, long version, List<Device> devices) {

    public UserDevices {
        devices = List.copyOf(devices);
    }

    /** Nothing was ever stored. */
    public static UserDevices none(String userId) {
        return new UserDevices(userId, 0, List.of());
    }

    /** Those that a push can reach, of each phone the one that was registered last. */
    public List<Device> reachable() {
        return List.copyOf(devices.stream()
                .filter(Device::isReachable)
                .collect(toMap(
                        Device::phone,
                        device -> device,
                        BinaryOperator.maxBy(comparing(Device::registeredAt)),
                        LinkedHashMap::new))
                .values());
    }

    /** The hashes of all tokens. */
    public Set<String> tokenHashes() {
        return devices.stream()
                .flatMap(device -> device.credentials().hashes().stream())
                .collect(toUnmodifiableSet());
    }

    public Optional<Device> find(String deviceId) {
        return devices.stream()
                .filter(device -> device.deviceId().equals(deviceId))
                .findFirst();
    }

    /**
     * With the device in the place of what was registered under its id, and its tokens taken from the user's other ones.
     * Where there are enough, it takes the place of the oldest that cannot be reached any more.
     *
     * @return empty if there are {@code most} others that can be reached
     */
    Optional<UserDevices> with(Device device, int most) {
        Set<String> tokens = device.credentials().hashes();
        Pruned moved = new Pruned(Pruned.MOVED, device.registeredAt());
        List<Device> next = others(device.deviceId())
                .map(other -> other.without(tokens, moved))
                .collect(toCollection(ArrayList::new));
        next.add(device);
        if (next.size() > most) {
            next.stream()
                    .filter(other -> !other.isReachable())
                    .min(comparing(UserDevices::lost))
                    .ifPresent(next::remove);
        }
        return next.size() > most ? Optional.empty() : Optional.of(then(next));
    }

    UserDevices without(String deviceId) {
        return then(others(deviceId).toList());
    }

    UserDevices withoutAny() {
        return then(List.of());
    }

    UserDevices withoutTokens(Set<String> hashes, Pruned why) {
        return then(devices.stream().map(device -> device.without(hashes, why)).toList());
    }

    /** With the device that holds the token in this environment. */
    UserDevices in(Environment environment, String tokenHash) {
        return then(devices.stream()
                .map(device -> device.holdsAnyOf(Set.of(tokenHash)) ? device.in(environment) : device)
                .toList());
    }

    boolean hasSameDevicesAs(UserDevices other) {
        return devices.equals(other.devices);
    }

    private Stream<Device> others(String deviceId) {
        return devices.stream().filter(device -> !device.deviceId().equals(deviceId));
    }

    private UserDevices then(List<Device> next) {
        return new UserDevices(userId, version + 1, next);
    }

    private static Instant lost(Device device) {
        Pruned pruned = device.pruned();
        return pruned == null ? device.registeredAt() : pruned.at();
    }
}
