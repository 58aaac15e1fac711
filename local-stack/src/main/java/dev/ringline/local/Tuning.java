package dev.ringline.local;

import java.util.List;
import java.util.stream.Stream;

/** What the virtual machines of the services are made for. */
public enum Tuning {

    /** To be there soon and to take little memory: on a desk, where a call now and then is all that there is. */
    SHORT_START("-Xmx224m", "-Xss512k", "-XX:TieredStopAtLevel=1"),

    /** To carry load for long, as in production: with the second compiler, which takes its time. */
    LONG_RUN("-Xmx384m");

    private static final List<String> ALWAYS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final List<String> own;

    Tuning(String... own) {
        this.own = List.of(own);
    }

    List<String> flags() {
        return Stream.concat(own.stream(), ALWAYS.stream()).toList();
    }
}
