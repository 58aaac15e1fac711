package dev.ringline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedFilesTest {

    private static final Path LIST = ContractFiles.MODULE.resolve("published.sha256");

    @TempDir
    private Path folder;

    @Test
    void everyListedSchemaAndSampleIsAsItWas() throws IOException {
        // Given
        PublishedFiles published = PublishedFiles.read(LIST);

        // When
        Map<String, String> broken = published.broken();

        // Then
        assertThat(broken).as("see \"Checksums\" in contracts/README.md").isEmpty();
    }

    @Test
    void everySchemaAndSampleIsListed() throws IOException {
        // Given
        PublishedFiles published = PublishedFiles.read(LIST);

        // When
        var unlisted = published.unlisted(Stream.of(ContractFiles.SCHEMAS, ContractFiles.SAMPLES)
                .flatMap(tree -> ContractFiles.files(tree).stream()));

        // Then
        assertThat(unlisted).as("see \"Checksums\" in contracts/README.md").isEmpty();
    }

    @Test
    void findsAListedFileThatChanged() throws IOException {
        // Given
        PublishedFiles published = published("a.json", "{}");

        // When
        Files.writeString(folder.resolve("a.json"), "{ }");

        // Then
        assertThat(published.broken()).containsExactly(Map.entry("a.json", "changed"));
    }

    @Test
    void findsAListedFileThatIsMissing() throws IOException {
        // Given
        PublishedFiles published = published("a.json", "{}");

        // When
        Files.delete(folder.resolve("a.json"));

        // Then
        assertThat(published.broken()).containsExactly(Map.entry("a.json", "missing"));
    }

    @Test
    void findsAFileThatNobodyListed() throws IOException {
        // Given
        PublishedFiles published = published("a.json", "{}");

        // When
        Path added = Files.writeString(folder.resolve("b.json"), "{}");

        // Then
        assertThat(published.broken()).isEmpty();
        assertThat(published.unlisted(Stream.of(folder.resolve("a.json"), added)))
                .containsExactly("b.json");
    }

    private PublishedFiles published(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Path list = folder.resolve("list.sha256");
        Files.writeString(list, "# a list\n" + PublishedFiles.sha256(file) + "  " + name + "\n");
        return PublishedFiles.read(list);
    }
}
