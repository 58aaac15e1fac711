package dev.ringline.http.reactive;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.observation.Observation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;

class LongRequestsTest {

    private final LongRequests streams = new LongRequests("/v1/stream");

    @Test
    void leavesOutARequestThatStaysOpen() {
        assertThat(streams.test("http.server.requests", requestOf("/v1/stream?from=1")))
                .isFalse();
    }

    @Test
    void observesEveryOtherRequest() {
        assertThat(streams.test("http.server.requests", requestOf("/v1/stream/1")))
                .isTrue();
    }

    @Test
    void observesWhatIsNoRequest() {
        assertThat(streams.test("task", new Observation.Context())).isTrue();
    }

    private static Observation.Context requestOf(String uri) {
        var request = MockServerHttpRequest.get(uri).build();
        return new ServerRequestObservationContext(request, new MockServerHttpResponse(), Map.of());
    }
}
