package dev.ringline.e2e.world;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;

/** The README at the top, whose commands must work as printed. */
public final class Readme {

    private Readme() {}

    /** The first block of shell commands under a heading. */
    public static String commands(String heading) throws IOException {
        var block = Pattern.compile(
                "^#+ " + Pattern.quote(heading) + "$.*?^```(?:bash|sh)?\\n(.*?)^```$",
                Pattern.MULTILINE | Pattern.DOTALL);
        var found = block.matcher(Files.readString(SourceTree.root().resolve("README.md")));
        if (!found.find()) {
            throw new AssertionError("The README has no commands under " + heading);
        }
        return found.group(1);
    }
}
