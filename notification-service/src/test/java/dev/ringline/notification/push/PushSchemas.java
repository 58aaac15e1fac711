package dev.ringline.notification.push;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the contracts say of pushes. */
public final class PushSchemas {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private PushSchemas() {}

    /** What breaks the contract of this channel. */
    public static List<Error> errors(String channel, String payload) {
        return schema(channel).validate(JSON.readTree(payload));
    }

    private static Schema schema(String channel) {
        String name = "/schemas/push/" + channel + ".schema.json";
        try (InputStream content = PushSchemas.class.getResourceAsStream(name)) {
            JsonNode schema = JSON.readTree(content);
            return REGISTRY.getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
