package dev.ringline.e2e.world;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.RawBsonDocument;

/** All that the stack wrote where others may read it, byte by byte, with the place of each. */
public record Haystack(List<Straw> straws) {

    /** {@code text}: one character per byte. */
    public record Straw(String place, String text) {

        static Straw of(String place, byte[] content) {
            return new Straw(place, new String(content, StandardCharsets.ISO_8859_1));
        }
    }

    public static Haystack of(World world) {
        try (var mongodb = MongoClients.create(world.mongod().uri("admin"))) {
            return new Haystack(Stream.of(
                            kafka(world),
                            documents(mongodb),
                            logs(world.home().folder().resolve("logs")))
                    .flatMap(each -> each)
                    .toList());
        }
    }

    /** Where it can be read; each place once. */
    public List<String> placesOf(String needle) {
        return straws.stream()
                .filter(straw -> straw.text().contains(needle))
                .map(Straw::place)
                .distinct()
                .toList();
    }

    private static Stream<Straw> kafka(World world) {
        return world.events().records().stream()
                .flatMap(record -> contents(record).map(content -> Straw.of("kafka " + record.topic(), content)));
    }

    private static Stream<byte[]> contents(ConsumerRecord<String, byte[]> record) {
        var headers = Arrays.stream(record.headers().toArray())
                .flatMap(header -> Stream.of(header.key().getBytes(StandardCharsets.UTF_8), header.value()));
        var key = record.key() == null ? new byte[0] : record.key().getBytes(StandardCharsets.UTF_8);
        var value = record.value() == null ? new byte[0] : record.value();
        return Stream.concat(headers, Stream.of(key, value));
    }

    /** Of every database, the replica set's log of all writes included. */
    private static Stream<Straw> documents(MongoClient mongodb) {
        return stream(mongodb.listDatabaseNames()).flatMap(name -> documents(mongodb.getDatabase(name)));
    }

    private static Stream<Straw> documents(MongoDatabase database) {
        return stream(database.listCollectionNames())
                .flatMap(name -> stream(database.getCollection(name, RawBsonDocument.class)
                                .find())
                        .map(document -> Straw.of(
                                "mongodb " + database.getName() + "." + name,
                                bytes(document.getByteBuffer().asNIO()))));
    }

    private static Stream<Straw> logs(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(Haystack::log).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the logs", e);
        }
    }

    private static Straw log(Path file) {
        try {
            return Straw.of("log " + file.getFileName(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    private static <T> Stream<T> stream(Iterable<T> elements) {
        return StreamSupport.stream(elements.spliterator(), false);
    }
}
