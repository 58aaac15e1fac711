package dev.ringline.simulator.room;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.simulator.Behaviour;
import dev.ringline.simulator.Behaviour.Duplicates;
import dev.ringline.simulator.SigningKey;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.preset.Preset;
import dev.ringline.simulator.preset.Presets;
import dev.ringline.simulator.room.Participant.Profile;
import dev.ringline.simulator.room.ParticipantTokens.Claims;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ParticipantTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final UUID APP = UUID.randomUUID();
    private static final UUID MEETING = UUID.randomUUID();
    private static final SigningKey KEY = SigningKey.make();

    private final SimulatorClock clock = new SimulatorClock(InstantSource.fixed(NOW));
    private final Behaviour behaviour = new Behaviour(Duplicates.UPSERT, Duration.ofDays(100));
    private final ParticipantTokens tokens = new ParticipantTokens(clock, behaviour, KEY);
    private final Preset host = new Presets(List.of("host"), clock).named("host");
    private final Participant alice = Participant.create(new Profile("alice", "Mary Sue", null, host), NOW);

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
                        APP, MEETING, alice.id(), alice.profile().preset().id(), NOW, NOW.plusSeconds(8_640_000)));
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
    void isVerifiedByThePublicKey() {
        // When
        String token = issue();
        // Then
        byte[] signed = token.substring(0, token.lastIndexOf('.')).getBytes(US_ASCII);
        assertThat(KEY.verifies(signed, Base64.getUrlDecoder().decode(token.split("\\.")[2])))
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
        String foreign = new ParticipantTokens(clock, behaviour, SigningKey.make()).issue(APP, MEETING, alice);
        // When
        var claims = tokens.read(foreign);
        // Then
        assertThat(claims).isEmpty();
    }

    private String issue() {
        return tokens.issue(APP, MEETING, alice);
    }

    private static String decoded(String token, int part) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.")[part]), US_ASCII);
    }
}
