package dev.ringline.notification.push.apns;

import dev.ringline.notification.push.PushKind;
import dev.ringline.notification.push.PushNotice;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The bodies that Apple passes on: {@code aps} for the system, the flat map of the notice beside it for the app. */
final class ApnsPayload {

    private final JsonMapper json = JsonMapper.builder().build();
    private final ApnsProperties texts;

    ApnsPayload(ApnsProperties texts) {
        this.texts = texts;
    }

    /** For PushKit, which hands it to the app and shows nothing. */
    String voip(PushNotice notice, Instant now) {
        return body(Map.of(), notice.payload(now));
    }

    /** An ordinary notification; the app's extension may change it before it is shown. */
    String alert(PushNotice notice, Instant now) {
        Map<String, String> payload = notice.payload(now);
        Map<String, Object> aps = new LinkedHashMap<>();
        aps.put("alert", alert(notice.kind(), payload.get("displayName")));
        aps.put("sound", "default");
        aps.put("mutable-content", 1);
        if (notice.conversationId() != null) {
            aps.put("thread-id", notice.conversationId());
        }
        return body(aps, payload);
    }

    private Map<String, String> alert(PushKind kind, @Nullable String name) {
        String text = kind == PushKind.MISSED ? texts.missedCallText() : texts.incomingCallText();
        return name == null ? Map.of("body", text) : Map.of("title", name, "body", text);
    }

    private String body(Map<String, Object> aps, Map<String, String> payload) {
        Map<String, Object> body = new LinkedHashMap<>(payload);
        body.put("aps", aps);
        return json.writeValueAsString(body);
    }
}
