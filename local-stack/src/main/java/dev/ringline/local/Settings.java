package dev.ringline.local;

import dev.ringline.local.identity.IdentityProvider;
import dev.ringline.local.identity.RingKeys;
import dev.ringline.local.identity.SealingKeys;
import dev.ringline.local.identity.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What each service is told at its start. Secrets are named by file, for arguments can be read by everybody.
 *
 * @param kafka bootstrap servers
 * @param mongodb from a database's name to its connection string
 */
record Settings(Addresses addresses, Home home, String kafka, UnaryOperator<String> mongodb) {

    /** For people, with the keys of the message and of what is being worked on (the call, the event, the trace). */
    private static final String LOG_LINE = "%d{HH:mm:ss.SSS} %-5level %logger{0}: %msg %kvp{NONE} %mdc%n%ex";

    private static final String SIMULATED_ACCOUNT = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static final String SIMULATED_APP = "5d1b2f0e-7c64-4f0a-9a53-2b8e6c1d4f70";

    List<String> of(Service service) {
        var common = Stream.of(
                "--server.port=" + addresses.of(service),
                "--server.address=127.0.0.1",
                "--spring.profiles.active=local",
                "--logging.structured.format.console=",
                "--logging.pattern.console=" + LOG_LINE);
        return Stream.concat(common, special(service).stream()).toList();
    }

    private List<String> special(Service service) {
        return switch (service) {
            case API_GATEWAY -> gateway();
            case CALL_SERVICE ->
                withStores(
                        "call",
                        "--ringline.sealing.private-keyset-file=" + sealing().privateKeyset(),
                        ringKeys());
            case MEETING_PROVISIONER -> withStores("meeting", provider());
            case NOTIFICATION_SERVICE ->
                withStores(
                        "notification", ringKeys(), "--ringline.ring-tokens.private-keys-file=" + ring().privateKeys());
            case MESSAGE_SERVICE -> withStores("message");
            case REALTIMEKIT_SIMULATOR ->
                List.of(
                        "--ringline.simulator.account-id=" + SIMULATED_ACCOUNT,
                        "--ringline.simulator.app-id=" + SIMULATED_APP,
                        "--ringline.simulator.api-token-file=" + secret("realtimekit-api-token"));
        };
    }

    private List<String> withStores(String database, String... more) {
        var stores = Stream.of(
                "--spring.kafka.bootstrap-servers=" + kafka, "--spring.mongodb.uri=" + mongodb.apply(database));
        return Stream.of(stores, identity().stream(), Stream.of(more))
                .flatMap(each -> each)
                .toList();
    }

    private List<String> identity() {
        var issuer = IdentityProvider.issuer(addresses.identityProvider());
        return List.of(
                "--ringline.security.jwt.issuer=" + issuer,
                "--ringline.security.jwt.jwk-set-uri=" + issuer + "/jwks.json",
                "--ringline.security.jwt.audience=" + IdentityProvider.AUDIENCE);
    }

    private String[] provider() {
        return new String[] {
            "--ringline.realtimekit.base-url=" + address(Service.REALTIMEKIT_SIMULATOR) + "/client/v4",
            "--ringline.realtimekit.account-id=" + SIMULATED_ACCOUNT,
            "--ringline.realtimekit.app-id=" + SIMULATED_APP,
            "--ringline.realtimekit.api-token-file=" + secret("realtimekit-api-token"),
            "--ringline.realtimekit.participant-key-file=" + secret("participant-key"),
            "--ringline.sealing.public-keyset-file=" + sealing().publicKeyset()
        };
    }

    private List<String> gateway() {
        var services = Stream.of(Service.CALL_SERVICE, Service.NOTIFICATION_SERVICE, Service.MESSAGE_SERVICE)
                .map(service -> "--ringline.gateway." + service.module() + "=" + address(service));
        return Stream.concat(Stream.of("--management.server.port=" + addresses.gatewayManagement()), services)
                .toList();
    }

    private String address(Service service) {
        return "http://127.0.0.1:" + addresses.of(service);
    }

    private String ringKeys() {
        return "--ringline.security.ring-keys-file=" + ring().publicKeys();
    }

    private RingKeys ring() {
        return RingKeys.keptIn(home.folder().resolve("keys"));
    }

    private SealingKeys sealing() {
        return SealingKeys.keptIn(home.folder().resolve("keys"));
    }

    private Path secret(String name) {
        return Secret.keptIn(home.key(name));
    }
}
