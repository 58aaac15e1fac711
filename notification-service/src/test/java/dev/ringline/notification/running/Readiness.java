package dev.ringline.notification.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Waits until a service says that it is ready. */
final class Readiness {

    private Readiness() {}

    static void await(int port) {
        Awaitility.await().alias("readiness").atMost(Duration.ofSeconds(30)).until(() -> isReady(port));
    }

    static boolean isReady(int port) throws IOException {
        var probe = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                .build();
        var answer = StreamClient.send(probe);
        answer.body().close();
        return answer.statusCode() == 200;
    }
}
