package dev.ringline.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.ringline.meeting.RingingCall.MeetingMedia;
import dev.ringline.meeting.TokenSealer.SealedToken;
import java.time.Instant;
import java.util.function.Function;

/**
 * The media plane, as far as provisioning needs it. No request outlives {@code until}. None is idempotent by itself: a
 * repeated creation makes a second one.
 */
public interface MeetingProvider {

    /** Makes a meeting whose title names the call. The value is its id. */
    ProviderOutcome<String> createMeeting(String callId, Instant until);

    ProviderOutcome<NewParticipant> addParticipant(String meetingId, String userId, MeetingMedia media, Instant until);

    /** Makes the meeting refuse whoever wants to join. The value is its id. */
    ProviderOutcome<String> closeMeeting(String meetingId, Instant until);

    /** A participant as the provider just made it. */
    record NewParticipant(String participantId, JoinToken token) {

        public NewParticipant {
            requireNonNull(participantId, "participantId");
            requireNonNull(token, "token");
        }
    }

    /**
     * A clear token of the provider: whoever has it can join the meeting. It lives in memory between the provider's answer
     * and the sealing, prints nothing of itself and gives its text to a {@link TokenSealer} only.
     */
    final class JoinToken {

        private final String text;
        private final Instant expiresAt;

        public JoinToken(String text, Instant expiresAt) {
            this.text = requireNonNull(text, "text");
            this.expiresAt = requireNonNull(expiresAt, "expiresAt");
        }

        public Instant expiresAt() {
            return expiresAt;
        }

        SealedToken sealedBy(TokenSealer sealer, String meetingId, String userId) {
            return sealer.seal(text.getBytes(UTF_8), meetingId, userId);
        }

        @Override
        public String toString() {
            return "JoinToken[redacted, expiresAt=" + expiresAt + "]";
        }
    }

    /** What a request to the provider came to. Failures are values: nothing is thrown for them. */
    sealed interface ProviderOutcome<T> {

        /** The outcome with its value read by {@code reader}; a failure stays as it is. */
        <R> ProviderOutcome<R> then(Function<T, ProviderOutcome<R>> reader);

        /** {@code success} or the code of the failure's reason. */
        String label();

        record Success<T>(T value) implements ProviderOutcome<T> {

            @Override
            public <R> ProviderOutcome<R> then(Function<T, ProviderOutcome<R>> reader) {
                return reader.apply(value);
            }

            @Override
            public String label() {
                return "success";
            }
        }

        record Failed<T>(ProviderFailure failure) implements ProviderOutcome<T> {

            @Override
            public <R> ProviderOutcome<R> then(Function<T, ProviderOutcome<R>> reader) {
                return new Failed<>(failure);
            }

            @Override
            public String label() {
                return failure.reason().code();
            }
        }
    }
}
