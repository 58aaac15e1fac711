package dev.ringline.http.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class KnownTokensTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final AtomicInteger checked = new AtomicInteger();
    private Duration passed = Duration.ZERO;
    private boolean keyIsWithdrawn;

    @Test
    void checksASignatureOnce() {
        // Given
        KnownTokens tokens = tokens();
        Jwt first = tokens.decode("token");

        // When
        Jwt second = tokens.decode("token");

        // Then
        assertThat(second).isSameAs(first);
        assertThat(checked).hasValue(1);
    }

    @Test
    void noticesAWithdrawnKeyAfterAMinute() {
        // Given
        KnownTokens tokens = tokens();
        tokens.decode("token");
        keyIsWithdrawn = true;

        // When
        passed = Duration.ofSeconds(61);

        // Then
        assertThatThrownBy(() -> tokens.decode("token")).isExactlyInstanceOf(BadJwtException.class);
    }

    @Test
    void refusesAKnownTokenWhoseTimeIsOver() {
        // Given
        KnownTokens tokens = tokens();
        tokens.decode("token");

        // When
        passed = Duration.ofSeconds(31);

        // Then
        assertThatThrownBy(() -> tokens.decode("token")).isInstanceOf(JwtValidationException.class);
        assertThat(checked).hasValue(1);
    }

    @Test
    void remembersNothingOfATokenThatIsWrong() {
        // Given
        KnownTokens tokens = tokens();
        keyIsWithdrawn = true;
        assertThatThrownBy(() -> tokens.decode("token")).isInstanceOf(BadJwtException.class);
        keyIsWithdrawn = false;

        // When
        Jwt right = tokens.decode("token");

        // Then
        assertThat(right.getSubject()).isEqualTo("alice");
    }

    private KnownTokens tokens() {
        var timely = new JwtTimestampValidator(Duration.ZERO);
        timely.setClock(new PassingClock());
        return new KnownTokens(this::check, timely, () -> passed.toNanos());
    }

    private Jwt check(String token) {
        checked.incrementAndGet();
        if (keyIsWithdrawn) {
            throw new BadJwtException("signed with no key of ours");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("alice")
                .expiresAt(NOON.plusSeconds(30))
                .build();
    }

    private final class PassingClock extends Clock {

        @Override
        public Instant instant() {
            return NOON.plus(passed);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
