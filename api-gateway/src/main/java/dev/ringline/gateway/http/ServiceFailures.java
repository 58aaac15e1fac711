package dev.ringline.gateway.http;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemSource;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.channels.NotYetConnectedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** A service that is not there or went away before it answered. */
@Order(-1)
final class ServiceFailures implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable failure) {
        return switch (failure) {
            case ConnectException _ -> absent();
            case UnknownHostException _ -> absent();
            case IOException _ -> gone();
            case NotYetConnectedException _ -> gone(); // what Netty's epoll says of a pooled connection that just broke
            default -> null;
        };
    }

    private static Problem absent() {
        return Problem.unavailable("The service behind this path cannot be reached now; send the same request again.");
    }

    private static Problem gone() {
        return Problem.unavailable("The service went away before it answered; ask again for what is stored.");
    }
}
