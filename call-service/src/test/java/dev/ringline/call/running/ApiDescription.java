package dev.ringline.call.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The published description of this service's HTTP interface: each answer must be one that it promises. */
final class ApiDescription {

    private static final JsonNode ROOT =
            new YAMLMapper().readTree(ApiDescription.class.getResourceAsStream("/openapi/call-service.yaml"));
    private static final SchemaRegistryConfig STRICT =
            SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of("urn:api", ROOT.toString())).schemaRegistryConfig(STRICT));
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    /** What any request of any interface may be answered: another method, representation or size than it takes. */
    private static final Set<Integer> COMMON = Set.of(404, 405, 406, 413, 415);

    private ApiDescription() {}

    static void check(HttpRequest request, HttpResponse<String> response) {
        String path = request.uri().getPath();
        if (path.startsWith("/v1/")) {
            String type =
                    response.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
            String pointer = schema(request.method(), path, response.statusCode(), type);
            assertThat(SCHEMAS.computeIfAbsent(pointer, ApiDescription::read)
                            .validate(response.body(), InputFormat.JSON))
                    .as("%s %s: %s", request.method(), path, response.body())
                    .isEmpty();
        }
    }

    private static String schema(String method, String path, int status, String type) {
        String responses = "/paths/" + escaped(template(path)) + "/" + method.toLowerCase() + "/responses/" + status;
        JsonNode response = ROOT.at(responses);
        if (response.isMissingNode()) {
            assertThat(COMMON).as("%s %s answers %d", method, path, status).contains(status);
            assertThat(type).isEqualTo("application/problem+json");
            return "/components/schemas/Problem";
        }
        assertThat(resolved(response).path("content").propertyNames())
                .as("%s %s answers %d", method, path, status)
                .contains(type);
        String where = response.has("$ref") ? response.path("$ref").asString().substring(1) : responses;
        return where + "/content/" + escaped(type) + "/schema";
    }

    private static String template(String path) {
        return ROOT.path("paths").has(path)
                ? path
                : path.replaceFirst("^/v1(/admin)?/calls/[^/]+", "/v1$1/calls/{callId}")
                        .replaceFirst("^/v1/admin/users/[^/]+", "/v1/admin/users/{userId}");
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? ROOT.at(node.path("$ref").asString().substring(1)) : node;
    }

    private static Schema read(String pointer) {
        return REGISTRY.getSchema(
                SchemaLocation.of("urn:api#" + pointer.replace("{", "%7B").replace("}", "%7D")));
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }
}
