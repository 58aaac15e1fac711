package dev.ringline.message.kafka;

import static java.util.Objects.requireNonNull;

import dev.ringline.contracts.CallEvent.CallEnded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The golden samples of the contracts. */
final class Samples {

    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Samples() {}

    static CallEnded callEnded(String name) {
        return JSON.readValue(bytes("call-events/call-ended.v1/" + name), CallEnded.class);
    }

    static byte[] bytes(String name) {
        try (InputStream sample = Samples.class.getResourceAsStream("/samples/" + name + ".json")) {
            return requireNonNull(sample, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
