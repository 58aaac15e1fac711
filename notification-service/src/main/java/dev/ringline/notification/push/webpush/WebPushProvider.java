package dev.ringline.notification.push.webpush;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryption;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.PushMessage;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import dev.ringline.notification.push.PushNotice;
import dev.ringline.notification.push.PushProvider;
import dev.ringline.notification.push.PushResult.Gone;
import dev.ringline.notification.push.PushTarget;
import dev.ringline.notification.push.PushTarget.WebPush;
import dev.ringline.notification.push.outbound.OutboundHttp;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Encrypts for one browser and posts to its push service; a stop takes the place of a ring not yet delivered. */
final class WebPushProvider implements PushProvider {

    private static final int TOPIC_CHARACTERS = 32;

    /** RFC 8291, 3.2; the library takes any number. */
    private static final int AUTH_BYTES = 16;

    /** Where RFC 8188, 2.1 has the record size, after the salt. */
    private static final int RECORD_SIZE_AT = 16;

    /** More than any payload with its padding and its tag: RFC 8291, 4. The library writes what these have together. */
    private static final int RECORD_SIZE = 4096;

    private final JsonMapper json = JsonMapper.builder().build();
    private final @Nullable Vapid vapid;
    private final EndpointRule rule;
    private final OutboundHttp http;
    private final InstantSource clock;

    WebPushProvider(@Nullable Vapid vapid, EndpointRule rule, OutboundHttp http, InstantSource clock) {
        this.vapid = vapid;
        this.rule = rule;
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Attempt attempt(PushTarget target, PushNotice notice) {
        if (!(target instanceof WebPush browser)) {
            throw new IllegalArgumentException("Not for a browser: " + target);
        }
        if (vapid == null) {
            return Attempt.refused("webpush is not configured");
        }
        Optional<String> problem = rule.problem(browser.endpoint());
        return problem.isPresent()
                ? Attempt.refused("the endpoint " + problem.get())
                : encrypted(vapid, browser, notice);
    }

    private Attempt encrypted(Vapid identity, WebPush browser, PushNotice notice) {
        Instant now = clock.instant();
        URI endpoint = URI.create(browser.endpoint());
        EncryptedPushMessage message;
        try {
            String payload = json.writeValueAsString(notice.payload(now));
            message = newEncryption().encrypt(keys(browser), PushMessage.ofUTF8(payload));
        } catch (RuntimeException garbage) {
            return new Attempt.Settled(new Gone("its keys are none of a browser"));
        }
        byte[] body = message.toBytes();
        ByteBuffer.wrap(body).putInt(RECORD_SIZE_AT, RECORD_SIZE);
        Map<String, String> headers = Map.of(
                "Authorization", identity.authorization(endpoint, now),
                "Content-Type", message.mediaType(),
                "Content-Encoding", message.contentEncoding(),
                "TTL", Long.toString(notice.remaining(now).toSeconds()),
                "Urgency", "high",
                "Topic", topic(notice.callId()));
        return new Attempt.Ready(
                endpoint.getAuthority().toLowerCase(Locale.ROOT),
                () -> http.post(endpoint, headers, body).thenApply(WebPushAnswer::read));
    }

    /** For one message: it keeps state that threads must not share, or nobody can read what they encrypt. */
    private static MessageEncryption newEncryption() {
        return MessageEncryptions.of();
    }

    private static UserAgentMessageEncryptionKeyInfo keys(WebPush browser) {
        if (Base64.getUrlDecoder().decode(browser.auth()).length != AUTH_BYTES) {
            throw new IllegalArgumentException("The authentication secret has not " + AUTH_BYTES + " bytes");
        }
        return UserAgentMessageEncryptionKeyInfo.of(browser.p256dh(), browser.auth());
    }

    /** One per call, in the 32 characters that a topic may have. */
    private static String topic(String callId) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(callId.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().encodeToString(hash).substring(0, TOPIC_CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
