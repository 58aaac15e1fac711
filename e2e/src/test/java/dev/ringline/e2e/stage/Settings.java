package dev.ringline.e2e.stage;

import dev.ringline.testkit.TestIdentity;
import java.util.stream.Stream;

/** What the services of a campaign are told at their start, whichever they are. */
final class Settings {

    private Settings() {}

    static Stream<String> common() {
        return Stream.of(
                "--server.address=127.0.0.1", "--spring.main.banner-mode=off", "--logging.structured.format.console=");
    }

    /** @param mongodb the service's own database */
    static Stream<String> stores(String kafka, String mongodb) {
        return Stream.of(
                "--spring.kafka.bootstrap-servers=" + kafka,
                "--spring.mongodb.uri=" + mongodb,
                "--ringline.security.jwt.issuer=" + TestIdentity.ISSUER,
                "--ringline.security.jwt.public-key-file=" + TestIdentity.publicKeyFile(),
                "--ringline.security.jwt.audience=" + TestIdentity.AUDIENCE);
    }
}
