package dev.ringline.notification.rules.user;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a user shows on a ring.
 *
 * @param displayName at most 128 characters, without control characters
 * @param avatarUrl http or https, at most 1024 characters
 */
public record Profile(
        @Nullable String displayName, @Nullable String avatarUrl) {

    /** Nothing is known. */
    public static final Profile UNKNOWN = new Profile(null, null);

    private static final int LONGEST_NAME = 128;
    private static final Pattern PICTURE = Pattern.compile("https?://[!-~&&[^\"\\\\]]{1,1016}");

    /** What of these can be shown: a long name is clipped, a picture that is none is left out. */
    public static Profile showing(@Nullable String name, @Nullable String picture) {
        return new Profile(name == null ? null : shown(name), picture != null && isPicture(picture) ? picture : null);
    }

    /** Whether it is the address of a picture as it may be kept. */
    public static boolean isPicture(String url) {
        return PICTURE.matcher(url).matches();
    }

    /** Whether it is a name as it may be kept. */
    public static boolean isName(String name) {
        return name.equals(shown(name));
    }

    private static @Nullable String shown(String name) {
        String printable = name.replaceAll("\\p{Cntrl}", " ").strip();
        int end = Math.min(LONGEST_NAME, printable.codePointCount(0, printable.length()));
        String clipped =
                printable.substring(0, printable.offsetByCodePoints(0, end)).strip();
        return clipped.isEmpty() ? null : clipped;
    }
}
