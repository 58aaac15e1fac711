package dev.ringline.notification.push.fcm;

import dev.ringline.notification.push.PushResult;
import dev.ringline.notification.push.PushResult.Accepted;
import dev.ringline.notification.push.PushResult.Failed;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushResult.Refused;
import dev.ringline.notification.push.outbound.Reply;
import dev.ringline.notification.push.outbound.Reply.Answer;
import dev.ringline.notification.push.outbound.Reply.ForbiddenAddress;
import dev.ringline.notification.push.outbound.Reply.NoAnswer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Makes one result of what Google answered. A token counts as gone only where the answer says so of the token. */
final class FcmAnswer {

    private final JsonMapper json = JsonMapper.builder().build();

    PushResult read(Reply reply) {
        return switch (reply) {
            case Answer answer
            when answer.isSuccess() -> new Accepted(parse(answer).path("name").asString(null));
            case Answer answer -> refusal(answer, parse(answer).path("error"));
            case NoAnswer(String reason) -> new Failed(reason, null);
            case ForbiddenAddress _ -> new Refused("ringline.push.fcm.base-url is not at a public address");
        };
    }

    private static PushResult refusal(Answer answer, JsonNode error) {
        String code = code(answer, error);
        if (code.equals("UNREGISTERED")) {
            return new Gone(code);
        }
        if (blamesToken(error)) {
            return new Gone("INVALID_ARGUMENT: token");
        }
        return answer.isTemporary() || answer.status() == 401
                ? new Failed(code, answer.retryAfter())
                : new Refused(code);
    }

    private static String code(Answer answer, JsonNode error) {
        return details(error)
                .map(detail -> detail.path("errorCode").asString(""))
                .filter(code -> code.matches("[A-Z_]{1,64}"))
                .findFirst()
                .orElse("HTTP " + answer.status());
    }

    private static boolean blamesToken(JsonNode error) {
        return details(error)
                .flatMap(detail -> elements(detail.path("fieldViolations")))
                .anyMatch(violation -> violation.path("field").asString("").equals("message.token"));
    }

    private static Stream<JsonNode> details(JsonNode error) {
        return elements(error.path("details"));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private JsonNode parse(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }
}
