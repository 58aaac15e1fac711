package dev.ringline.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.Behaviour.Duplicates;
import dev.ringline.simulator.Entrance.Admission.Refusal;
import dev.ringline.simulator.Meeting.Settings;
import dev.ringline.simulator.Participant.Profile;
import dev.ringline.simulator.ParticipantTokens.Claims;
import dev.ringline.simulator.Presets.Preset;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParticipantTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID APP = UUID.randomUUID();
    private static final KeyPair KEYS = ParticipantTokens.makeKeys();

    private final SimulatorClock clock = new SimulatorClock(InstantSource.fixed(NOW));
    private final Behaviour behaviour = new Behaviour(Duplicates.UPSERT, Duration.ofDays(100));
    private final ParticipantTokens tokens = new ParticipantTokens(APP, clock, behaviour, KEYS);
    private final Rooms rooms = new Rooms(clock);
    private final Entrance entrance = new Entrance(rooms, tokens, clock);
    private final Room room = rooms.open(Settings.DEFAULT);
    private final Participant alice =
            room.add(new Profile("alice", "Mary Sue", null, new Preset(UUID.randomUUID(), "host")), Duplicates.UPSERT);

    @Test
    void carriesTheSixClaimsAndNoOther() {
        // When
        String token = issue();
        // Then
        JsonNode claims = JsonMapper.shared().readTree(decoded(token, 1));
        assertThat(claims.propertyNames())
                .containsExactly("orgId", "meetingId", "participantId", "presetId", "iat", "exp");
        assertThat(tokens.read(token))
                .contains(new Claims(
                        APP,
                        room.meeting().id(),
                        alice.id(),
                        alice.profile().preset().id(),
                        NOW,
                        NOW.plusSeconds(8_640_000)));
        assertThat(claims.get("exp").longValue() - claims.get("iat").longValue())
                .isEqualTo(8_640_000);
    }

    @Test
    void saysThatItIsAnRs256Jwt() {
        // When
        String token = issue();
        // Then
        assertThat(decoded(token, 0)).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
    }

    @Test
    void isVerifiedByThePublicKey() throws Exception {
        // When
        String token = issue();
        // Then
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(tokens.publicKey());
        check.update(token.substring(0, token.lastIndexOf('.')).getBytes(US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(token.split("\\.")[2])))
                .isTrue();
    }

    @Test
    void hasAPayloadThatPlainBase64CanDecode() {
        // When
        String payload = issue().split("\\.")[1];
        // Then
        assertThat(payload).matches("[A-Za-z0-9+/]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJSUzI1NiJ9.e30.%%%", "é.é.é"})
    void readsNothingFromAnythingElse(String token) {
        // When
        var claims = tokens.read(token);
        // Then
        assertThat(claims).isEmpty();
    }

    @Test
    void readsNothingFromATokenOfAnotherSimulator() {
        // Given
        String foreign = new ParticipantTokens(APP, clock, behaviour, ParticipantTokens.makeKeys())
                .issue(room.meeting().id(), alice);
        // When
        var claims = tokens.read(foreign);
        // Then
        assertThat(claims).isEmpty();
    }

    @Test
    void opensTheMeetingUntilItExpires() {
        // Given
        String token = issue();
        clock.advance(Duration.ofDays(100));
        // When
        var admission = entrance.join(token);
        // Then
        assertThat(admission).isEqualTo(Refusal.TOKEN_EXPIRED);
    }

    @Test
    void opensNothingOnceTheMeetingIsForgotten() {
        // Given
        String token = issue();
        rooms.clear();
        // When
        var admission = entrance.join(token);
        // Then
        assertThat(admission).isEqualTo(Refusal.GONE);
    }

    private String issue() {
        return tokens.issue(room.meeting().id(), alice);
    }

    private static String decoded(String token, int part) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[part]), US_ASCII);
    }
}
