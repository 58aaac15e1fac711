package dev.ringline.message;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The line in words, for clients that only show text. It is made when the line is read, never stored, so that wording can
 * change without touching data, and it is neutral: it reads the same for both sides.
 *
 * <p>A language is a bundle of whole sentences ({@code text.properties} is English), because no part of a sentence can be
 * translated alone. Argument 0 of a sentence is the duration.
 */
public final class CallText {

    private static final String BUNDLE = "dev.ringline.message.text";

    private final Locale locale;
    private final ResourceBundle sentences;

    public CallText(Locale locale) {
        this.locale = locale;
        sentences = ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    public String of(CallLine call) {
        return sentence(call, duration(Duration.ofSeconds(call.durationSeconds())));
    }

    /** A reason that deserves a sentence of its own has one; the others share that of their status. */
    private String sentence(CallLine call, String duration) {
        String ofReason = key(call.status(), call.reason(), call.media());
        return format(sentences.containsKey(ofReason) ? ofReason : key(call.status(), call.media()), duration);
    }

    /** The two largest units at most. */
    private String duration(Duration duration) {
        long hours = duration.toHours();
        int minutes = duration.toMinutesPart();
        int seconds = duration.toSecondsPart();
        if (hours > 0) {
            return minutes == 0 ? format("duration.h", hours) : format("duration.h-min", hours, minutes);
        }
        if (minutes > 0) {
            return seconds == 0 ? format("duration.min", minutes) : format("duration.min-s", minutes, seconds);
        }
        return format("duration.s", seconds);
    }

    private String format(String key, Object... arguments) {
        return new MessageFormat(sentences.getString(key), locale).format(arguments);
    }

    private static String key(Enum<?>... parts) {
        StringBuilder key = new StringBuilder("call");
        for (Enum<?> part : parts) {
            key.append('.').append(part.name().toLowerCase(Locale.ROOT));
        }
        return key.toString();
    }
}
