package dev.ringline.e2e.world;

import dev.ringline.contracts.Topics;
import dev.ringline.e2e.phone.Http;
import dev.ringline.e2e.phone.Pair;
import dev.ringline.e2e.phone.Phone;
import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.Service;
import dev.ringline.local.Stack;
import dev.ringline.local.kafka.KafkaBroker;
import dev.ringline.local.mongodb.Mongod;
import dev.ringline.local.part.KafkaPart;
import dev.ringline.local.part.MongodPart;
import dev.ringline.local.part.Part;
import dev.ringline.testkit.EventProbe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The one stack of this JVM's tests, with a probe on its broker from the first event on. */
public final class World implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(World.class);

    private final Home home;
    private final Stack stack;
    private final EventProbe events;
    private final AtomicInteger pairs = new AtomicInteger();

    private World(Home home, Stack stack, EventProbe events) {
        this.home = home;
        this.stack = stack;
        this.events = events;
    }

    static World start() {
        var home = new Home(SourceTree.root(), newFolder());
        var stack = Stack.in(
                home.root(),
                home.folder(),
                Addresses.free(),
                (part, took) -> LOG.info("{} ready after {} ms", part.name(), took.toMillis()));
        try {
            stack.start();
            return new World(
                    home, stack, EventProbe.on(part(stack, KafkaPart.class).address()));
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** What a service has logged so far, line by line. */
    public List<String> log(Service service) {
        try {
            return Files.readAllLines(home.log(service.module()));
        } catch (IOException e) {
            throw new UncheckedIOException("No log of " + service, e);
        }
    }

    public Home home() {
        return home;
    }

    public Addresses addresses() {
        return stack.addresses();
    }

    public EventProbe events() {
        return events;
    }

    public Story story(String callId) {
        return Story.of(events, Topics.CALL_EVENTS, callId);
    }

    public List<ConsumerRecord<String, byte[]>> deadLetters() {
        return events.records().stream()
                .filter(record -> record.topic().endsWith("-dlt"))
                .toList();
    }

    public Http gateway() {
        return service(Service.API_GATEWAY);
    }

    public Http service(Service service) {
        return Http.to(addresses().of(service));
    }

    public Simulator simulator() {
        return new Simulator(service(Service.REALTIMEKIT_SIMULATOR));
    }

    public Pair strangers() {
        var number = pairs.incrementAndGet();
        var bob = "bob-" + number;
        return new Pair(
                phone("alice-" + number, "phone").connect(),
                phone(bob, "phone").connect(),
                phone(bob, "tablet").connect());
    }

    /** A phone that is not connected. */
    public Phone phone(String user, String kind) {
        var token = Http.to(addresses().identityProvider())
                .get("/token?user=" + user)
                .expect(200)
                .body();
        return new Phone(gateway(), user, user + "-" + kind, token);
    }

    public void kill(Service service) {
        stack.kill(service.module());
    }

    /** Returns when it is ready. */
    public void startAgain(Service service) {
        stack.restart(service.module());
    }

    public KafkaBroker kafka() {
        return part(stack, KafkaPart.class).broker();
    }

    public Mongod mongod() {
        return part(stack, MongodPart.class).mongod();
    }

    /** Leaves the logs for a look afterwards. */
    @Override
    public void close() {
        events.close();
        stack.close();
        Stream.of("apps", "data", "keys", "run").map(home.folder()::resolve).forEach(World::remove);
    }

    private static <P extends Part> P part(Stack stack, Class<P> type) {
        return stack.parts().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory(SourceTree.root().resolve("e2e/target"), "stack-");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the stack", e);
        }
    }

    private static void remove(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + folder, e);
        }
    }
}
