package dev.ringline.call.admission;

import dev.ringline.call.Admission;
import dev.ringline.call.admission.AdmissionProperties.OnFailure;
import dev.ringline.call.rules.CallRules.DialRequest;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the app over HTTP. It has little time, and after some failures it is left alone for a while; a dial that it does not
 * judge rings or is denied, as the installation has it.
 */
final class AdmissionHook implements Admission {

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionHook.class);
    private static final int LARGEST_ANSWER = 8 * 1024;

    private final AdmissionProperties properties;
    private final SignedRequests signatures;
    private final HttpClient http;
    private final CircuitBreaker breaker;
    private final Tools tools;

    AdmissionHook(AdmissionProperties properties, CircuitBreaker breaker, Tools tools) {
        this.properties = properties;
        this.signatures = SignedRequests.with(properties.secretFile());
        this.http = HttpClient.newBuilder()
                .connectTimeout(properties.timeLimit())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.breaker = breaker;
        this.tools = tools;
    }

    /** What asking needs. */
    record Tools(JsonMapper json, InstantSource clock, MeterRegistry metrics) {}

    private record Question(
            String callerId, String calleeId, @Nullable String conversationId, String media) {}

    private record Answer(Judgement decision, @Nullable String reason) {}

    private enum Judgement {
        ring,
        silent,
        deny
    }

    @Override
    public Verdict judge(DialRequest request) {
        try {
            Verdict verdict = breaker.executeCallable(() -> ask(request));
            count(verdict.getClass().getSimpleName());
            return verdict;
        } catch (CallNotPermittedException e) {
            return unjudged("The app's admission hook is left alone for a while", e);
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return unjudged("The app's admission hook gave no verdict", e);
        }
    }

    private Verdict unjudged(String what, Exception cause) {
        count("unjudged");
        LOG.atWarn().addKeyValue("outcome", properties.onFailure()).log("{}: {}", what, cause.toString());
        return properties.onFailure() == OnFailure.RING ? new Verdict.Ring(false) : new Verdict.Deny(null);
    }

    private Verdict ask(DialRequest request)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        refusePrivateAddress();
        String body = tools.json()
                .writeValueAsString(new Question(
                        request.caller().userId(),
                        request.calleeId(),
                        request.conversationClaimed() ? request.conversationId() : null,
                        request.media().name().toLowerCase(Locale.ROOT)));
        HttpResponse<byte[]> response = http.sendAsync(
                        signed(body), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER))
                .get(properties.timeLimit().toMillis(), TimeUnit.MILLISECONDS);
        if (response.statusCode() != 200) {
            throw new IOException("status " + response.statusCode());
        }
        return verdict(response.body());
    }

    private HttpRequest signed(String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(properties.url())
                .timeout(properties.timeLimit())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        signatures
                .headers("msg_" + UUID.randomUUID(), tools.clock().instant(), body)
                .forEach(request::header);
        return request.build();
    }

    private Verdict verdict(byte[] content) throws IOException {
        try {
            Answer answer = tools.json().readValue(content, Answer.class);
            return switch (answer.decision()) {
                case ring -> new Verdict.Ring(true);
                case silent -> new Verdict.Silent(true);
                case deny -> new Verdict.Deny(answer.reason());
            };
        } catch (JacksonException | NullPointerException e) {
            throw new IOException("no verdict: expected {\"decision\": \"ring\" | \"silent\" | \"deny\"}", e);
        }
    }

    /** A name can come to mean an address inside; so it is looked at each time. */
    private void refusePrivateAddress() throws IOException {
        if (properties.allowPrivateAddresses()) {
            return;
        }
        for (InetAddress address : InetAddress.getAllByName(properties.url().getHost())) {
            if (isPrivate(address)) {
                throw new IOException("%s is an address of the own network: %s"
                        .formatted(properties.url().getHost(), address.getHostAddress()));
            }
        }
    }

    /** Those of RFC 1918, this machine's own, link-local ones, carrier NAT (100.64/10) and unique local ones (fc00::/7). */
    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean carrier = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
        boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        return carrier
                || uniqueLocal
                || address.isSiteLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress();
    }

    private void count(String outcome) {
        tools.metrics()
                .counter("ringline.call.admission", "outcome", outcome.toLowerCase(Locale.ROOT))
                .increment();
    }
}
