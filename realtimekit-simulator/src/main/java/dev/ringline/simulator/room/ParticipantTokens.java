package dev.ringline.simulator.room;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.ringline.simulator.Behaviour;
import dev.ringline.simulator.SigningKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Participant tokens as the real ones look: RS256 JWTs with six claims and no key id. The key pair is made at the
 * start, so a restart makes every token worthless.
 *
 * <p>All characters are ASCII and none is {@code >}, {@code ?} or {@code ~}: the payload then is plain Base64 too, and the
 * browser SDK decodes it as such.
 */
public final class ParticipantTokens {

    /** What a token says. Times in whole seconds. */
    public record Claims(
            UUID orgId, UUID meetingId, UUID participantId, UUID presetId, Instant issuedAt, Instant expiresAt) {

        private static final Pattern JSON =
                Pattern.compile("\\{\"orgId\":\"(.{36})\",\"meetingId\":\"(.{36})\",\"participantId\":\"(.{36})\","
                        + "\"presetId\":\"(.{36})\",\"iat\":(\\d+),\"exp\":(\\d+)}");

        private String json() {
            return "{\"orgId\":\"%s\",\"meetingId\":\"%s\",\"participantId\":\"%s\",\"presetId\":\"%s\",\"iat\":%d,\"exp\":%d}"
                    .formatted(
                            orgId,
                            meetingId,
                            participantId,
                            presetId,
                            issuedAt.getEpochSecond(),
                            expiresAt.getEpochSecond());
        }

        /** Reads only what {@link #json} wrote: the signature has been checked before. */
        private static Claims parse(String json) {
            Matcher claims = JSON.matcher(json);
            if (!claims.matches()) {
                throw new IllegalStateException("A signed token has claims that were never written here");
            }
            return new Claims(
                    UUID.fromString(claims.group(1)),
                    UUID.fromString(claims.group(2)),
                    UUID.fromString(claims.group(3)),
                    UUID.fromString(claims.group(4)),
                    Instant.ofEpochSecond(Long.parseLong(claims.group(5))),
                    Instant.ofEpochSecond(Long.parseLong(claims.group(6))));
        }
    }

    private static final String HEADER = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}".getBytes(US_ASCII));

    private final InstantSource clock;
    private final Behaviour behaviour;
    private final SigningKey key;

    public ParticipantTokens(InstantSource clock, Behaviour behaviour, SigningKey key) {
        this.clock = clock;
        this.behaviour = behaviour;
        this.key = key;
    }

    /**
     * A new token; tokens issued before stay good.
     *
     * @param orgId the app
     */
    public String issue(UUID orgId, UUID meetingId, Participant participant) {
        Instant now = clock.instant();
        UUID presetId = participant.profile().preset().id();
        Instant expiry = now.plus(behaviour.tokenLifetime());
        Claims claims = new Claims(orgId, meetingId, participant.id(), presetId, now, expiry);
        String signed = HEADER + "." + base64(claims.json().getBytes(US_ASCII));
        return signed + "." + base64(key.sign(signed.getBytes(US_ASCII)));
    }

    /** The claims of a token that was issued here, expired or not; empty for anything else. */
    public Optional<Claims> read(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !isSignedHere(parts[0] + "." + parts[1], parts[2])) {
            return Optional.empty();
        }
        return Optional.of(Claims.parse(new String(Base64.getUrlDecoder().decode(parts[1]), US_ASCII)));
    }

    /** The key that verifies the tokens, as PEM. The real service does not publish its own. */
    public String publicKey() {
        return key.publicPem();
    }

    private boolean isSignedHere(String text, String signature) {
        try {
            return key.verifies(text.getBytes(US_ASCII), Base64.getUrlDecoder().decode(signature));
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
