package dev.ringline.meeting;

import dev.ringline.meeting.Announcement.FailureReason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What went wrong at the provider, classified once. The details are for logs: they carry no secret and no token. */
public sealed interface ProviderFailure {

    FailureReason reason();

    String detail();

    /** Whether asking again cannot help. */
    default boolean isFinal() {
        return false;
    }

    /** How long the provider asked us to stay away; null when it did not say. */
    default @Nullable Duration retryAfter() {
        return null;
    }

    /** Our credentials were refused. */
    record AuthFailed(String detail) implements ProviderFailure {

        @Override
        public FailureReason reason() {
            return FailureReason.AUTH_FAILED;
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** The provider does not know the thing; it is known to say so of things that exist, for a moment. */
    record NotFound(String detail) implements ProviderFailure {

        @Override
        public FailureReason reason() {
            return FailureReason.NOT_FOUND;
        }
    }

    /** The thing is there already, or in a state that forbids the request. */
    record Conflict(String detail) implements ProviderFailure {

        @Override
        public FailureReason reason() {
            return FailureReason.CONFLICT;
        }
    }

    /** Too many requests. */
    record RateLimited(@Nullable Duration retryAfter, String detail) implements ProviderFailure {

        @Override
        public FailureReason reason() {
            return FailureReason.RATE_LIMITED;
        }
    }

    /** The provider will never accept this request: a wrong preset, account or app id. */
    record BadRequest(String detail) implements ProviderFailure {

        @Override
        public FailureReason reason() {
            return FailureReason.BAD_REQUEST;
        }

        @Override
        public boolean isFinal() {
            return true;
        }
    }

    /** No answer, no answer in time, or a server error. Whether the request took effect is unknown. */
    record Unavailable(@Nullable Duration retryAfter, String detail) implements ProviderFailure {

        @Override
        public FailureReason reason() {
            return FailureReason.UNAVAILABLE;
        }
    }

    /** A success that could not be read. */
    record ProtocolError(String detail) implements ProviderFailure {

        @Override
        public FailureReason reason() {
            return FailureReason.PROTOCOL_ERROR;
        }
    }
}
