package dev.ringline.meeting.realtimekit;

import dev.ringline.meeting.MeetingProvider.ProviderOutcome;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Failed;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Success;
import dev.ringline.meeting.ProviderFailure;
import dev.ringline.meeting.ProviderFailure.AuthFailed;
import dev.ringline.meeting.ProviderFailure.BadRequest;
import dev.ringline.meeting.ProviderFailure.Conflict;
import dev.ringline.meeting.ProviderFailure.NotFound;
import dev.ringline.meeting.ProviderFailure.ProtocolError;
import dev.ringline.meeting.ProviderFailure.RateLimited;
import dev.ringline.meeting.ProviderFailure.Unavailable;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Makes one outcome of an answer: a known error code counts before the HTTP status (the gateway sends 971 under any),
 * the status before everything else of the body, which may be HTML, empty or cut off.
 */
final class AnswerReader {

    private static final int RATE_LIMITED = 971;
    private static final int INTERNAL = 1000;
    private static final int NO_ROUTE = 7003;
    private static final int INTERNAL_OR_FORBIDDEN = 10001;
    private static final Set<Integer> AUTHENTICATION = Set.of(6003, 9103, 9106, 9109, 10000);

    private final JsonMapper json;

    AnswerReader(JsonMapper json) {
        this.json = json;
    }

    /** The {@code data} (or {@code result}) of a success. */
    ProviderOutcome<JsonNode> read(Answer answer) {
        JsonNode body = parse(answer.body());
        ProviderFailure failure = failure(answer, body);
        return failure == null ? data(body) : new Failed<>(failure);
    }

    private JsonNode parse(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private static @Nullable ProviderFailure failure(Answer answer, JsonNode body) {
        ErrorBody errors = ErrorBody.of(body);
        String detail = "HTTP " + answer.status() + (errors.text().isEmpty() ? "" : ": " + errors.text());
        ProviderFailure known = byCode(errors, answer, detail);
        return known == null ? byStatus(status(answer, body), answer, detail) : known;
    }

    private static @Nullable ProviderFailure byCode(ErrorBody errors, Answer answer, String detail) {
        if (errors.has(RATE_LIMITED)) {
            return new RateLimited(answer.retryAfter(), detail);
        }
        if (errors.has(INTERNAL) || errors.has(INTERNAL_OR_FORBIDDEN) && saysInternal(errors)) {
            return new Unavailable(answer.retryAfter(), detail);
        }
        if (errors.hasAny(AUTHENTICATION) || errors.has(INTERNAL_OR_FORBIDDEN)) {
            return new AuthFailed(detail);
        }
        return errors.has(NO_ROUTE) ? new BadRequest(detail) : null;
    }

    private static boolean saysInternal(ErrorBody errors) {
        return errors.text().toLowerCase(Locale.ROOT).contains("internal");
    }

    /** The status that counts: of a refusal under a 2xx, the one that the kit repeats in its error. */
    private static int status(Answer answer, JsonNode body) {
        boolean refused = isSuccess(answer.status())
                && body.path("success").isBoolean()
                && !body.path("success").booleanValue();
        return refused ? body.path("error").path("code").asInt(0) : answer.status();
    }

    private static @Nullable ProviderFailure byStatus(int status, Answer answer, String detail) {
        if (isSuccess(status)) {
            return null;
        }
        return switch (status) {
            case 401, 403 -> new AuthFailed(detail);
            case 404 -> new NotFound(detail);
            case 409 -> new Conflict(detail);
            case 429 -> new RateLimited(answer.retryAfter(), detail);
            case 408, 425 -> new Unavailable(answer.retryAfter(), detail);
            default -> byStatusClass(status, answer, detail);
        };
    }

    private static ProviderFailure byStatusClass(int status, Answer answer, String detail) {
        return switch (status / 100) {
            case 4 -> new BadRequest(detail);
            case 5 -> new Unavailable(answer.retryAfter(), detail);
            default -> new ProtocolError(detail);
        };
    }

    private static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    private static ProviderOutcome<JsonNode> data(JsonNode body) {
        JsonNode data = body.path(body.has("data") ? "data" : "result");
        return data.isObject() ? new Success<>(data) : new Failed<>(new ProtocolError("A success without data"));
    }
}
