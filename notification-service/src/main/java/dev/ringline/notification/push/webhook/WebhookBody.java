package dev.ringline.notification.push.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.notification.rules.webhook.WebhookEvent;
import dev.ringline.notification.rules.webhook.WebhookEvent.Data;
import dev.ringline.notification.rules.webhook.WebhookEvent.Data.OfCall;
import dev.ringline.notification.rules.webhook.WebhookEvent.Data.OfMessage;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is posted: type, time and data, as Standard Webhooks advises. The same event has the same bytes each time. */
final class WebhookBody {

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    byte[] of(WebhookEvent event) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", event.type().word());
        body.put("timestamp", event.at().truncatedTo(ChronoUnit.MILLIS));
        body.put("data", data(event.data()));
        return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }

    private static Object data(Data data) {
        return switch (data) {
            case OfCall call -> call;
            case OfMessage(var message) -> message;
        };
    }
}
