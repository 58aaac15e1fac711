package dev.ringline.gateway.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.http.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.NotYetConnectedException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ServiceFailuresTest {

    private final ServiceFailures failures = new ServiceFailures();

    static Stream<Throwable> brokenConnections() {
        return Stream.of(
                new ConnectException(),
                new UnknownHostException(),
                new IOException("reset by peer"),
                new NotYetConnectedException());
    }

    @ParameterizedTest
    @MethodSource("brokenConnections")
    void isAnOutageOfTheServiceAndNoFaultOfTheGateway(Throwable broken) {
        // When
        Problem problem = failures.problemOf(broken);

        // Then
        assertThat(requireNonNull(problem).status()).isEqualTo(503);
    }

    @Test
    void leavesEverythingElseToOthers() {
        assertThat(failures.problemOf(new IllegalStateException())).isNull();
    }
}
