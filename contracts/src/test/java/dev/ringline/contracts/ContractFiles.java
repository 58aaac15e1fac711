package dev.ringline.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Where the files of the contracts lie, and how to read them. */
final class ContractFiles {

    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path RESOURCES = MODULE.resolve("src/main/resources");
    static final Path SCHEMAS = RESOURCES.resolve("schemas");
    static final Path SAMPLES = RESOURCES.resolve("samples");
    static final Path OPENAPI = RESOURCES.resolve("openapi");
    static final Path ASYNCAPI = MODULE.resolve("asyncapi.yaml");

    /** Below schemas and samples: what is pushed to devices, which is no event. */
    static final String PUSH = "push";

    private static final ObjectMapper JSON = new JsonMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private ContractFiles() {}

    static Path schema(EventType type) {
        return SCHEMAS.resolve(type.topic()).resolve(fileName(type) + ".json");
    }

    static Path sampleFolder(EventType type) {
        return SAMPLES.resolve(type.topic()).resolve(fileName(type));
    }

    static List<Path> samples(EventType type) {
        return files(sampleFolder(type));
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder that belong to events. */
    static List<Path> filesOfEvents(Path folder) {
        return files(folder).stream()
                .filter(file -> !file.startsWith(folder.resolve(PUSH)))
                .toList();
    }

    static JsonNode read(Path file) {
        return file.toString().endsWith(".yaml") ? YAML.readTree(file) : JSON.readTree(file);
    }

    /** {@code dev.ringline.call.ended.v1} is kept as {@code call-ended.v1}. */
    private static String fileName(EventType type) {
        return type.wireName().replaceFirst("^dev\\.ringline\\.", "").replaceFirst("\\.", "-");
    }
}
