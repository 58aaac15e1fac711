package dev.ringline.meeting.realtimekit;

import dev.ringline.meeting.MeetingProvider.ProviderOutcome;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Failed;
import dev.ringline.meeting.ProviderFailure.Unavailable;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends one request to the app's part of the API and reads its answer. Redirects are not followed (they would carry the
 * API token elsewhere), and of a body only the first 256 KiB are read.
 */
final class RealtimeKitHttp {

    private static final int LONGEST_BODY = 256 * 1024;

    private final RestClient client;
    private final JsonMapper json;
    private final AnswerReader answers;
    private final InstantSource clock;

    RealtimeKitHttp(RealtimeKitProperties settings, ObservationRegistry observations, InstantSource clock) {
        this.client = client(settings, observations);
        this.json = JsonMapper.builder().build();
        this.answers = new AnswerReader(json);
        this.clock = clock;
    }

    private static RestClient client(RealtimeKitProperties settings, ObservationRegistry observations) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build();
        String token = SecretFile.read("ringline.realtimekit.api-token-file", settings.apiTokenFile());
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory(http))
                .observationRegistry(observations)
                .baseUrl(appUrl(settings))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }

    private static String appUrl(RealtimeKitProperties settings) {
        String base = settings.baseUrl().toString().replaceAll("/+$", "");
        return base + "/accounts/" + settings.accountId() + "/realtime/kit/" + settings.appId();
    }

    ProviderOutcome<JsonNode> send(HttpMethod method, String path, String meetingId, Map<String, String> body) {
        try {
            return client.method(method)
                    .uri(path, meetingId)
                    .contentType(MediaType.APPLICATION_JSON)
                    .accept(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(body))
                    .exchangeForRequiredValue((_, response) -> answers.read(answer(response)));
        } catch (ResourceAccessException broken) {
            return new Failed<>(new Unavailable(null, "No answer: " + reason(broken)));
        }
    }

    private Answer answer(ClientHttpResponse response) throws IOException {
        String retryAfter = response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        try (InputStream body = response.getBody()) {
            return new Answer(
                    response.getStatusCode().value(),
                    RetryAfter.read(retryAfter, clock.instant()),
                    body.readNBytes(LONGEST_BODY));
        }
    }

    private static String reason(ResourceAccessException broken) {
        Throwable cause = broken.getCause();
        return cause == null
                ? broken.getClass().getSimpleName()
                : cause.getClass().getSimpleName();
    }
}
