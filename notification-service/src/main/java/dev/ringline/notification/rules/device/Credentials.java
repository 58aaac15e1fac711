package dev.ringline.notification.rules.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to send to a device. They never show themselves.
 *
 * @param voipToken of PushKit, which rings an Apple device; hexadecimal, lower case
 * @param pushToken of APNs (hexadecimal, lower case) for what an Apple device shows, or of FCM
 * @param subscription of a browser
 */
public record Credentials(
        @Nullable String voipToken,
        @Nullable String pushToken,
        @Nullable Subscription subscription) {

    /** Nothing can be sent. */
    public static final Credentials NONE = new Credentials(null, null, null);

    /** Whether nothing can be sent. */
    public boolean areGone() {
        return equals(NONE);
    }

    /** SHA-256 of each, in hexadecimal: two registrations that share one have the same token. */
    public Set<String> hashes() {
        return Stream.of(voipToken, pushToken, endpoint())
                .filter(Objects::nonNull)
                .map(Credentials::hash)
                .collect(toUnmodifiableSet());
    }

    /** These without those of the given hashes. */
    public Credentials without(Collection<String> hashes) {
        return new Credentials(
                kept(voipToken, voipToken, hashes),
                kept(pushToken, pushToken, hashes),
                kept(subscription, endpoint(), hashes));
    }

    /** SHA-256 of a token or of a subscription's endpoint, in hexadecimal. */
    public static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private @Nullable String endpoint() {
        return subscription == null ? null : subscription.endpoint();
    }

    private static <T> @Nullable T kept(@Nullable T credential, @Nullable String token, Collection<String> hashes) {
        return token == null || hashes.contains(hash(token)) ? null : credential;
    }

    @Override
    public String toString() {
        return "Credentials[redacted]";
    }
}
