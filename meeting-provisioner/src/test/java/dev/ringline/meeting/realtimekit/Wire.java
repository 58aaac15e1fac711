package dev.ringline.meeting.realtimekit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.ringline.meeting.MeetingsProperties.Presets;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A server in the provider's place, the answers that the provider and the gateway in front of it give, and a client. */
public final class Wire {

    static final String APP = "/client/v4/accounts/acc/realtime/kit/app";

    private Wire() {}

    public static WireMockServer server() {
        return new WireMockServer(WireMockConfiguration.options().dynamicPort());
    }

    static RealtimeKitClient client(WireMockServer server, Path secrets, MeterRegistry meters) {
        RealtimeKitProperties settings = new RealtimeKitProperties(
                URI.create("http://localhost:" + server.port() + "/client/v4/"),
                "acc",
                "app",
                secret(secrets.resolve("token"), "api-token\n"),
                secret(secrets.resolve("key"), "0123456789abcdef0123456789abcdef"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        Presets presets = new Presets("voice", "group_call_participant");
        return new RealtimeKitClient(settings, presets, meters, ObservationRegistry.NOOP, Clock.systemUTC());
    }

    public static Path secret(Path file, String content) {
        try {
            return Files.writeString(file, content);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    public static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }

    public static ResponseDefinitionBuilder html(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html")
                .withBody("<html><title>Error</title></html>");
    }

    public static String gateway(int code) {
        return "{\"success\":false,\"errors\":[{\"code\":" + code
                + ",\"message\":\"No\"}],\"messages\":[],\"result\":null}";
    }

    public static String kit(int code) {
        return "{\"success\":false,\"error\":{\"code\":" + code + ",\"message\":\"No\"}}";
    }

    public static String meeting(String id) {
        return "{\"success\":true,\"data\":{\"id\":\"" + id + "\",\"status\":\"ACTIVE\",\"new\":[]}}";
    }

    public static String participant(String id, String token) {
        return "{\"success\":true,\"data\":{\"id\":\"" + id + "\",\"token\":\"" + token + "\"}}";
    }
}
