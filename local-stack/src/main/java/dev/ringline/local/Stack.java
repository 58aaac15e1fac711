package dev.ringline.local;

import dev.ringline.local.kafka.KafkaBroker;
import dev.ringline.local.mongodb.Mongod;
import dev.ringline.local.mongodb.MongodProgram;
import dev.ringline.local.part.IdentityPart;
import dev.ringline.local.part.KafkaPart;
import dev.ringline.local.part.MongodPart;
import dev.ringline.local.part.Part;
import dev.ringline.local.part.ServicePart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parts of one stack. What others stand on starts first; the rest starts side by side, for a start costs mostly
 * waiting and the two cores should never idle.
 */
public final class Stack implements AutoCloseable {

    private final Home home;
    private final Addresses addresses;
    private final Stores stores;
    private final Progress progress;
    private final Tuning tuning;
    private final List<Part> foundations = new ArrayList<>();
    private final List<Part> services = new ArrayList<>();

    private Stack(Home home, Addresses addresses, Stores stores, Progress progress, Tuning tuning) {
        this.home = home;
        this.addresses = addresses;
        this.stores = stores;
        this.progress = progress;
        this.tuning = tuning;
    }

    /**
     * A stack that does not run yet.
     *
     * @param root the built source tree
     * @param folder where it keeps its data, keys and logs
     */
    public static Stack in(Path root, Path folder, Addresses addresses, Progress progress) {
        return in(root, folder, addresses, progress, Tuning.SHORT_START);
    }

    /** As {@link #in(Path, Path, Addresses, Progress)}, with other virtual machines for the services. */
    public static Stack in(Path root, Path folder, Addresses addresses, Progress progress, Tuning tuning) {
        return new Stack(new Home(root, folder), addresses, Stores.of(System.getenv()), progress, tuning);
    }

    /**
     * Returns when every part is ready.
     *
     * @throws IllegalStateException with a sentence about the first part that was not
     */
    public Stack start() {
        assemble();
        try (var starts = new SideBySide();
                var early = new SideBySide()) {
            early.begin(services.stream().filter(Stack::needsNoStore).map(this::starting));
            starts.begin(foundations.stream().map(this::starting));
            starts.finish();
            stores.kafka().ifPresent(KafkaPart::declareTopics);
            starts.begin(services.stream().filter(part -> !needsNoStore(part)).map(this::starting));
            starts.finish();
            early.finish();
        }
        return this;
    }

    /** Starts a part again that ended. */
    public void restart(String name) {
        var part = part(name);
        part.stop();
        starting(part).run();
    }

    /** {@code kill -9} to a part that has a process of its own. */
    public void kill(String name) {
        var process = part(name).process().orElseThrow();
        process.destroyForcibly();
        process.onExit().join();
    }

    public Addresses addresses() {
        return addresses;
    }

    /** The parts of the stack, those that others stand on first. */
    public List<Part> parts() {
        return Stream.concat(foundations.stream(), services.stream()).toList();
    }

    /** Ends every part, those that others stand on last. */
    @Override
    public void close() {
        try (var ends = new SideBySide()) {
            ends.begin(services.stream().map(this::ending));
            ends.finish();
        }
        foundations.reversed().forEach(part -> ending(part).run());
    }

    private Runnable starting(Part part) {
        return () -> {
            var begin = System.nanoTime();
            part.start();
            home.pid(part.name()).write(part.process().orElseGet(ProcessHandle::current));
            progress.ready(part, Duration.ofNanos(System.nanoTime() - begin));
        };
    }

    private Runnable ending(Part part) {
        return () -> {
            part.stop();
            home.pid(part.name()).delete();
        };
    }

    private void assemble() {
        foundations.add(new IdentityPart(addresses.identityProvider(), home.key("identity.json")));
        ownMongod().ifPresent(foundations::add);
        ownBroker().ifPresent(foundations::add);
        var settings = new Settings(addresses, home, kafka(), this::database);
        Arrays.stream(Service.values()).map(service -> part(service, settings)).forEach(services::add);
    }

    private Optional<Part> ownMongod() {
        return stores.mongodb().isPresent()
                ? Optional.empty()
                : Optional.of(new MongodPart(
                        Mongod.on(
                                MongodProgram.ofThisMachine().require(),
                                home.data(MongodPart.NAME),
                                home.log(MongodPart.NAME),
                                addresses.mongod()),
                        addresses.mongod()));
    }

    private Optional<Part> ownBroker() {
        return stores.kafka().isPresent()
                ? Optional.empty()
                : Optional.of(new KafkaPart(
                        KafkaBroker.on(home.data(KafkaPart.NAME), addresses.kafka(), addresses.kafkaController())));
    }

    private Part part(Service service, Settings settings) {
        var command = AppJar.in(home.root(), service.module())
                .command(home.folder().resolve("apps"), tuning, settings.of(service));
        return new ServicePart(service.module(), addresses.of(service), command, home.log(service.module()));
    }

    private String kafka() {
        return stores.kafka().orElse("127.0.0.1:" + addresses.kafka());
    }

    private String database(String name) {
        return stores.database(name).orElseGet(() -> Mongod.uri(addresses.mongod(), name));
    }

    private static boolean needsNoStore(Part part) {
        return Stream.of(Service.values())
                .filter(Service::needsNoStore)
                .anyMatch(service -> service.module().equals(part.name()));
    }

    private Part part(String name) {
        return parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no part " + name));
    }
}
