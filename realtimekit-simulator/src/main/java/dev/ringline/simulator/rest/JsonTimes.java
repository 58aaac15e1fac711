package dev.ringline.simulator.rest;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes times as the real service does: UTC with exactly three digits after the second. */
@JacksonComponent
class JsonTimes extends ValueSerializer<Instant> {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    @Override
    public void serialize(Instant time, JsonGenerator json, SerializationContext context) {
        json.writeString(FORMAT.format(time));
    }
}
