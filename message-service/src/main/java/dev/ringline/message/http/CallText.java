package dev.ringline.message.http;

import static java.util.Objects.requireNonNull;

import com.ibm.icu.text.MessageFormat;
import dev.ringline.message.CallLine;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;

/**
 * The line in words of one language, for clients that only show text. It is made when the line is read, never stored, so
 * that wording can change without touching data, and it is neutral: it reads the same for both sides.
 *
 * <p>A language is a bundle of whole sentences ({@code text.properties} is English) in ICU's message format, because no
 * part of a sentence can be translated alone and every language has its own plurals.
 */
final class CallText {

    private static final String BUNDLE = "dev.ringline.message.text";

    private final Locale locale;
    private final Map<String, MessageFormat> sentences = new TreeMap<>();
    private final String version;

    /** Reads the whole bundle, so that a sentence that cannot be read shows at start. */
    CallText(Locale locale) {
        this.locale = locale;
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        bundle.keySet().forEach(key -> sentences.put(key, new MessageFormat(bundle.getString(key), locale)));
        version = EntityTag.of(
                locale,
                sentences.entrySet().stream()
                        .map(sentence ->
                                sentence.getKey() + "=" + sentence.getValue().toPattern())
                        .toList());
    }

    /** As in {@code Content-Language}. */
    String language() {
        return locale.toLanguageTag();
    }

    /** Another one with every other wording. */
    String version() {
        return version;
    }

    String of(CallLine call) {
        return sentence(call, duration(Duration.ofSeconds(call.durationSeconds())));
    }

    /** A reason that deserves a sentence of its own has one; the others share that of their status. */
    private String sentence(CallLine call, String duration) {
        String ofReason = key(call.status(), call.reason(), call.media());
        String key = sentences.containsKey(ofReason) ? ofReason : key(call.status(), call.media());
        return format(key, Map.of("duration", duration));
    }

    /** The two largest units at most. */
    private String duration(Duration duration) {
        Map<String, Object> units = Map.of(
                "hours", duration.toHours(),
                "minutes", duration.toMinutesPart(),
                "seconds", duration.toSecondsPart());
        if (duration.toHours() > 0) {
            return format(duration.toMinutesPart() == 0 ? "duration.h" : "duration.h-min", units);
        }
        if (duration.toMinutesPart() > 0) {
            return format(duration.toSecondsPart() == 0 ? "duration.min" : "duration.min-s", units);
        }
        return format("duration.s", units);
    }

    /** A format is not safe for use by several threads; its copy costs less than reading it again. */
    private String format(String key, Map<String, ?> arguments) {
        MessageFormat sentence = requireNonNull(sentences.get(key), key);
        return ((MessageFormat) sentence.clone()).format(arguments);
    }

    private static String key(Enum<?>... parts) {
        StringBuilder key = new StringBuilder("call");
        for (Enum<?> part : parts) {
            key.append('.').append(part.name().toLowerCase(Locale.ROOT));
        }
        return key.toString();
    }
}
