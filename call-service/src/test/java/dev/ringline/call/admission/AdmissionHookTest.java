package dev.ringline.call.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ringline.call.Admission.Verdict;
import dev.ringline.call.admission.AdmissionProperties.OnFailure;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.Media;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AdmissionHookTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] SECRET = "twenty-four bytes secret".getBytes(UTF_8);
    private static final DialRequest DIAL =
            new DialRequest(new Actor("alice", "phone"), "bob", "c1", true, Media.VIDEO, null, null);

    @TempDir
    private Path folder;

    private final AtomicReference<String> answer = new AtomicReference<>("{\"decision\":\"ring\"}");
    private final AtomicReference<String> body = new AtomicReference<>();
    private final AtomicReference<com.sun.net.httpserver.Headers> headers = new AtomicReference<>();
    private final AtomicInteger status = new AtomicInteger(200);
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer app;

    @BeforeEach
    void start() throws IOException {
        app = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        app.createContext("/", this::answer);
        app.start();
    }

    @AfterEach
    void stop() {
        app.stop(0);
    }

    @Test
    void asksWhoWantsToRingWhomAndSignsThat() throws Exception {
        // When
        Verdict verdict = hook(OnFailure.DENY).judge(DIAL);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Ring(true));
        assertThat(JsonMapper.shared().readTree(body.get()))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"callerId": "alice", "calleeId": "bob", "conversationId": "c1", "media": "video"}"""));
        assertThat(headers.get().getFirst("webhook-signature")).isEqualTo("v1," + signature());
        assertThat(headers.get().getFirst("webhook-timestamp")).isEqualTo("" + NOON.getEpochSecond());
    }

    @Test
    void takesTheAppAtItsWord() {
        answer.set("{\"decision\":\"silent\"}");
        assertThat(hook(OnFailure.RING).judge(DIAL)).isEqualTo(new Verdict.Silent(true));

        answer.set("{\"decision\":\"deny\",\"reason\":\"They blocked you.\"}");
        assertThat(hook(OnFailure.RING).judge(DIAL)).isEqualTo(new Verdict.Deny("They blocked you."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{}", "{\"decision\":null}", "{\"decision\":\"perhaps\"}"})
    void treatsNonsenseAsNoVerdict(String nonsense) {
        answer.set(nonsense);

        assertThat(hook(OnFailure.RING).judge(DIAL)).isEqualTo(new Verdict.Ring(false));
        assertThat(hook(OnFailure.DENY).judge(DIAL)).isEqualTo(new Verdict.Deny(null));
    }

    @Test
    void treatsAnErrorARedirectAndSilenceAsNoVerdict() {
        status.set(500);
        assertThat(hook(OnFailure.DENY).judge(DIAL)).isEqualTo(new Verdict.Deny(null));

        status.set(302);
        assertThat(hook(OnFailure.DENY).judge(DIAL)).isEqualTo(new Verdict.Deny(null));

        app.stop(0);
        assertThat(hook(OnFailure.RING).judge(DIAL)).isEqualTo(new Verdict.Ring(false));
    }

    @Test
    void waitsForNoBodyThatNeverEnds() throws IOException {
        // Given
        CountDownLatch over = new CountDownLatch(1);
        app.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write("{".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            awaitQuietly(over);
        });
        URI url = URI.create("http://localhost:" + app.getAddress().getPort() + "/drip");

        // When
        Verdict verdict = hook(new AdmissionProperties(url, secret(), OnFailure.DENY, Duration.ofMillis(300), true))
                .judge(DIAL);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Deny(null));
        over.countDown();
    }

    @Test
    void takesNoAnswerThatIsLargerThanAVerdictCanBe() {
        answer.set("{\"decision\":\"ring\",\"reason\":\"%s\"}".formatted("x".repeat(9_000)));

        assertThat(hook(OnFailure.DENY).judge(DIAL)).isEqualTo(new Verdict.Deny(null));
    }

    @Test
    void leavesAFailingAppAlone() {
        // Given
        status.set(503);
        AdmissionHook hook = hook(OnFailure.RING);
        for (int dial = 0; dial < 4; dial++) {
            hook.judge(DIAL);
        }
        int before = requests.get();

        // When
        Verdict verdict = hook.judge(DIAL);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Ring(false));
        assertThat(requests).hasValue(before);
    }

    @Test
    void asksNobodyInTheOwnNetworkUnlessThatIsAllowed() throws IOException {
        // Given
        URI inside = URI.create("https://localhost:" + app.getAddress().getPort() + "/");

        // When
        Verdict verdict = hook(new AdmissionProperties(inside, secret(), OnFailure.DENY, Duration.ofSeconds(1), false))
                .judge(DIAL);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.Deny(null));
        assertThat(requests).hasValue(0);
    }

    @Test
    void stopsTheStartWhenSomethingIsMissing() {
        URI app = URI.create("https://app.example/admission");
        assertThatThrownBy(() -> new AdmissionProperties(app, Path.of("secret"), null, Duration.ofSeconds(1), false))
                .hasMessage("ringline.calls.admission.on-failure is not set (expected: ring or deny)");
        assertThatThrownBy(() -> new AdmissionProperties(
                        URI.create("http://app.example"), Path.of("s"), OnFailure.DENY, Duration.ofSeconds(1), false))
                .hasMessage("ringline.calls.admission.url is no https address: http://app.example");
    }

    private AdmissionHook hook(OnFailure onFailure) {
        URI url = URI.create("http://localhost:" + app.getAddress().getPort() + "/");
        try {
            return hook(new AdmissionProperties(url, secret(), onFailure, Duration.ofSeconds(5), true));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AdmissionHook hook(AdmissionProperties properties) {
        CircuitBreaker breaker = CircuitBreaker.of(
                "test",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .waitDurationInOpenState(Duration.ofMinutes(1))
                        .build());
        return new AdmissionHook(
                properties,
                breaker,
                new AdmissionHook.Tools(JsonMapper.shared(), () -> NOON, new SimpleMeterRegistry()));
    }

    private Path secret() throws IOException {
        return Files.writeString(
                folder.resolve("secret"), "whsec_" + Base64.getEncoder().encodeToString(SECRET));
    }

    private String signature() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        String content = headers.get().getFirst("webhook-id") + "." + NOON.getEpochSecond() + "." + body.get();
        return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    }

    private static void awaitQuietly(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        headers.set(exchange.getRequestHeaders());
        body.set(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        byte[] content = answer.get().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status.get(), content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
