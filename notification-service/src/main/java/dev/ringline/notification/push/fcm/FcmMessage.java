package dev.ringline.notification.push.fcm;

import dev.ringline.notification.push.PushNotice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The body of a send request: data only, so that the app decides what is seen. */
final class FcmMessage {

    private final JsonMapper json = JsonMapper.builder().build();

    byte[] body(String token, PushNotice notice, Instant now) {
        Map<String, Object> android = Map.of(
                "priority", "high", "ttl", notice.remaining(now).toSeconds() + "s", "collapse_key", notice.callId());
        Map<String, Object> message = Map.of("token", token, "data", notice.payload(now), "android", android);
        return json.writeValueAsString(Map.of("message", message)).getBytes(StandardCharsets.UTF_8);
    }
}
