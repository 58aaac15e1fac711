package dev.ringline.notification.push;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a push says of a call, whatever carries it.
 *
 * @param sequence of the call's event that it tells of
 * @param media {@code audio} or {@code video}
 * @param deadline until when it is worth delivering: of what announces a call, when devices stop by themselves
 * @param ringToken opens that call to a woken app; only in what {@linkplain PushKind#announces() announces} it
 * @param displayName of the caller
 * @param avatarUrl of the caller
 * @param reason why to stop, or why the call was missed
 */
public record PushNotice(
        PushKind kind,
        String callId,
        long sequence,
        String media,
        @Nullable String callerId,
        @Nullable String conversationId,
        Instant deadline,
        @Nullable String ringToken,
        @Nullable String displayName,
        @Nullable String avatarUrl,
        @Nullable String reason) {

    /** Every provider takes 4 KB; the ids and the token are bounded elsewhere, so the names decide. */
    private static final int LONGEST_NAME = 128;

    private static final Pattern PICTURE = Pattern.compile("https?://[!-~&&[^\"\\\\]]{1,1016}");

    /** The same without caller, conversation and names: for those who do not want providers to see them. */
    public PushNotice contentFree() {
        return new PushNotice(kind, callId, sequence, media, null, null, deadline, ringToken, null, null, reason);
    }

    /** How long it is still worth delivering; zero when its time is over. */
    public Duration remaining(Instant now) {
        Duration left = Duration.between(now, deadline);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /**
     * The flat map of {@code contracts/…/schemas/push}, at most 4 KB as JSON; what does not apply or is not known is
     * absent. Names are clipped; a picture whose URL is too long, or none, is left out.
     */
    public Map<String, String> payload(Instant now) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("kind", kind.word());
        fields.put("callId", callId);
        fields.put("sequence", Long.toString(sequence));
        fields.put("media", media);
        put(fields, "callerId", callerId);
        put(fields, "conversationId", conversationId);
        put(fields, "displayName", displayName == null ? null : clipped(displayName));
        put(fields, "avatarUrl", avatarUrl != null && PICTURE.matcher(avatarUrl).matches() ? avatarUrl : null);
        if (kind.announces()) {
            fields.put("ringDeadline", deadline.truncatedTo(ChronoUnit.MILLIS).toString());
            fields.put("ringRemainingMs", Long.toString(remaining(now).toMillis()));
            put(fields, "ringToken", ringToken);
        } else {
            put(fields, "reason", reason);
        }
        return Map.copyOf(fields);
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.put(name, value);
        }
    }

    private static String clipped(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", " ").strip();
        int end = Math.min(LONGEST_NAME, printable.codePointCount(0, printable.length()));
        return printable.substring(0, printable.offsetByCodePoints(0, end));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "PushNotice[" + kind + ", callId=" + callId + ", sequence=" + sequence + ", deadline=" + deadline + "]";
    }
}
