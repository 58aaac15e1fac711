package dev.ringline.meeting.realtimekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;

/** Tokens in the provider's form; their signatures are no more than letters, for nobody here checks them. */
public final class Tokens {

    private Tokens() {}

    public static String expiringAt(Instant expiry) {
        return withClaims("{\"meetingId\":\"m-1\",\"participantId\":\"p-1\",\"exp\":" + expiry.getEpochSecond() + "}");
    }

    static String withClaims(String claims) {
        return base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(claims) + ".c2lnbmF0dXJl";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
