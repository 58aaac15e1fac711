package dev.ringline.local.machine;

import java.nio.file.Path;

/** The Java that this program runs on, for further processes. */
public final class Jvm {

    private Jvm() {}

    public static String program() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
