package dev.ringline.notification.push.webhook;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What the OpenAPI document says of webhooks. */
final class WebhookContract {

    private static final JsonNode DOCUMENT = document();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(Map.of("urn:openapi", DOCUMENT.toString()))
                    .schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build()));

    private WebhookContract() {}

    static Collection<String> names() {
        return DOCUMENT.path("webhooks").propertyNames();
    }

    static List<Error> errors(String name, JsonNode body) {
        String schema = "/webhooks/" + name + "/post/requestBody/content/application~1json/schema";
        return REGISTRY.getSchema(SchemaLocation.of("urn:openapi#" + schema)).validate(body);
    }

    private static JsonNode document() {
        try (InputStream content = WebhookContract.class.getResourceAsStream("/openapi/notification-service.yaml")) {
            return new YAMLMapper().readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
