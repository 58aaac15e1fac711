package dev.ringline.message.http;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The languages that lines are told in. Whoever wants another one, or cannot say what he wants, gets English. */
@Component
class Languages {

    private static final Locale FALLBACK = Locale.ENGLISH;

    private final Map<Locale, CallText> texts = Stream.of(FALLBACK, Locale.GERMAN)
            .collect(Collectors.toUnmodifiableMap(Function.identity(), CallText::new));

    /**
     * The text in the language that is liked best.
     *
     * @param acceptLanguage the header of that name, as it came
     */
    CallText preferredBy(@Nullable String acceptLanguage) {
        Locale spoken = Locale.lookup(ranges(acceptLanguage), texts.keySet());
        return Objects.requireNonNull(texts.get(spoken == null ? FALLBACK : spoken));
    }

    private static List<LanguageRange> ranges(@Nullable String acceptLanguage) {
        try {
            return acceptLanguage == null ? List.of() : LanguageRange.parse(acceptLanguage);
        } catch (IllegalArgumentException unreadable) {
            return List.of();
        }
    }
}
