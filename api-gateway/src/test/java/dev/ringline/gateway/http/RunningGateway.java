package dev.ringline.gateway.http;

import dev.ringline.gateway.GatewayApplication;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The gateway with its services, and a client of it. */
final class RunningGateway implements AutoCloseable {

    final Backend calls = new Backend("call-service");
    final Backend notifications = new Backend("notification-service");
    final Backend messages = new Backend("message-service");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ConfigurableApplicationContext application;

    RunningGateway(String... properties) {
        var services = Stream.of(
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--spring.profiles.active=local",
                "--spring.reactor.netty.shutdown-quiet-period=0s",
                "--ringline.http.body-timeout=300ms",
                "--ringline.gateway.call-service=" + calls.address(),
                "--ringline.gateway.notification-service=" + notifications.address(),
                "--ringline.gateway.message-service=" + messages.address());
        application = new SpringApplicationBuilder(GatewayApplication.class)
                .run(Stream.concat(services, Stream.of(properties)).toArray(String[]::new));
    }

    /** The service of this name. */
    Backend owner(String name) {
        return switch (name) {
            case "call-service" -> calls;
            case "notification-service" -> notifications;
            case "message-service" -> messages;
            default -> throw new IllegalArgumentException("No service " + name);
        };
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    /** Asks at the port that is for operators alone. */
    HttpRequest.Builder operatorsRequest(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port("management") + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> handler) throws Exception {
        return http.send(request.build(), handler);
    }

    /** Sends text as it is, for what an HTTP client would correct, and returns the whole answer. */
    String sendRaw(String request) throws Exception {
        try (var socket = new Socket("localhost", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    void stop() {
        application.close();
    }

    private int port() {
        return port("server");
    }

    private int port(String of) {
        return application.getEnvironment().getRequiredProperty("local." + of + ".port", Integer.class);
    }

    @Override
    public void close() {
        stop();
        http.close();
        calls.close();
        notifications.close();
        messages.close();
    }
}
