package dev.ringline.http;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: the user of the token and the device that the request names. Controllers take it as a parameter.
 *
 * @param userId an opaque id of the app
 * @param deviceId an opaque id, absent when neither the header {@value #DEVICE_HEADER} nor the token names a device
 * @param ringingCall the one call that a woken device may look at; absent for whoever comes with a session
 * @param tokenExpiresAt a stream must not outlive this moment
 */
public record Caller(
        String userId, @Nullable String deviceId, @Nullable String ringingCall, Instant tokenExpiresAt) {

    /** The request header that says which of the user's devices acts. */
    public static final String DEVICE_HEADER = "Ringline-Device";

    public Caller {
        requireNonNull(userId, "userId");
        requireNonNull(tokenExpiresAt, "tokenExpiresAt");
    }

    /**
     * The device, for requests that need one.
     *
     * @throws ProblemException 400 {@code device-required} when the request names none
     */
    public String requireDevice() {
        if (deviceId == null) {
            throw new ProblemException(
                    Problem.of(400, "device-required", "Say which device acts in the header " + DEVICE_HEADER + ".")
                            .withError(DEVICE_HEADER, "is required"));
        }
        return deviceId;
    }
}
