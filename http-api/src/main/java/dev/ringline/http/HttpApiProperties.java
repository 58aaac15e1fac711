package dev.ringline.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What HTTP clients may send.
 *
 * @param maxBody the largest request body; larger ones are answered 413 {@code too-large}
 * @param bodyTimeout how long the body of a reactive application's request may take to arrive; slower ones are answered
 *     408 {@code request-timeout}
 */
@ConfigurationProperties("ringline.http")
public record HttpApiProperties(
        @DefaultValue("16KB") DataSize maxBody,
        @DefaultValue("10s") Duration bodyTimeout) {

    public HttpApiProperties {
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("ringline.http.max-body must be at least one byte, but is " + maxBody);
        }
        if (!bodyTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "ringline.http.body-timeout must be longer than nothing, but is " + bodyTimeout);
        }
    }

    /** 413, with the limit. */
    public ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(413, "too-large", "Send a body of at most %d bytes.".formatted(maxBody.toBytes())));
    }

    /** 408, with the limit; what still comes on this connection is of no use. */
    public ProblemException tooSlow() {
        return new ProblemException(Problem.of(
                        408, "request-timeout", "Send the whole body within %d ms.".formatted(bodyTimeout.toMillis()))
                .withHeader("Connection", "close"));
    }
}
