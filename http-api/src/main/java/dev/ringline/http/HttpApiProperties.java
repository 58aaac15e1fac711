package dev.ringline.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What HTTP clients may send.
 *
 * @param maxBody the largest request body; larger ones are answered 413 {@code too-large}
 */
@ConfigurationProperties("ringline.http")
public record HttpApiProperties(@DefaultValue("16KB") DataSize maxBody) {

    public HttpApiProperties {
        if (maxBody.toBytes() < 1) {
            throw new IllegalArgumentException("ringline.http.max-body must be at least one byte, but is " + maxBody);
        }
    }

    /** 413, with the limit. */
    public ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(413, "too-large", "Send a body of at most %d bytes.".formatted(maxBody.toBytes())));
    }
}
