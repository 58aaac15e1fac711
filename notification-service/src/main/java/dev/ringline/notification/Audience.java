package dev.ringline.notification;

import org.jspecify.annotations.Nullable;

/**
 * Some devices of one user: all, only one, or all but one.
 *
 * @param only the one device, absent for more
 * @param except the device that is left out, absent for none
 */
public record Audience(
        String userId, @Nullable String only, @Nullable String except) {

    static Audience all(String userId) {
        return new Audience(userId, null, null);
    }

    static Audience only(String userId, String deviceId) {
        return new Audience(userId, deviceId, null);
    }

    static Audience allBut(String userId, String deviceId) {
        return new Audience(userId, null, deviceId);
    }

    /** Whether the device of this user is meant. */
    public boolean includes(String deviceId) {
        return (only == null || only.equals(deviceId)) && !deviceId.equals(except);
    }
}
