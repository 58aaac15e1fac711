package dev.ringline.benchmarks.world;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.ringline.benchmarks.floor.FloorApplication;
import dev.ringline.benchmarks.rival.RivalApplication;
import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.Service;
import dev.ringline.local.Stack;
import dev.ringline.local.Tuning;
import dev.ringline.local.identity.IdentityProvider;
import dev.ringline.local.identity.SigningKey;
import dev.ringline.local.identity.TokenIssuer;
import dev.ringline.local.kafka.KafkaBroker;
import dev.ringline.local.machine.Ports;
import dev.ringline.local.part.KafkaPart;
import dev.ringline.local.part.Part;
import dev.ringline.local.part.ServicePart;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A stack of our own on free ports, with the floors and further call-services as they are asked for. */
public final class World implements AutoCloseable {

    /** What the stack's call-service has its calls in. */
    public static final String CALLS = "call";

    private final Home home;
    private final Stack stack;
    private final Services services;
    private final Users users;
    private final MongoClient mongo;
    private final EventTap events;
    private final Map<String, Further> further = new LinkedHashMap<>();

    private World(Home home, Stack stack) {
        this.home = home;
        this.stack = stack;
        this.services = new Services(home, stack);
        String issuer = IdentityProvider.issuer(stack.addresses().identityProvider());
        this.users = new Users(new TokenIssuer(
                SigningKey.keptIn(home.key("identity.json")),
                issuer,
                IdentityProvider.AUDIENCE,
                InstantSource.system()));
        this.mongo = MongoClients.create(database(CALLS));
        this.events = EventTap.on(brokers());
    }

    /** A process that the stack knows nothing of. */
    public record Further(Part part, int port) {

        /** Ends it in good order and starts it anew; returns when it is ready. */
        public void restart() {
            part.stop();
            part.start();
        }
    }

    /** A stack of the built source tree; {@code home} is emptied of the data of the one before. */
    public static World start(Home home) {
        Folders.forget(home.folder());
        Stack stack = Stack.in(home.root(), home.folder(), Addresses.free(), (part, took) -> {}, Tuning.LONG_RUN);
        try {
            stack.start();
            BenchTopics.declare(stack.addresses().kafka());
            return new World(home, stack);
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public Users users() {
        return users;
    }

    public EventTap events() {
        return events;
    }

    /** The stack's call-service. */
    public CallApi calls() {
        return new CallApi(web(Service.CALL_SERVICE), users);
    }

    /** The same by way of the gateway, as clients reach it. */
    public CallApi callsThroughGateway() {
        return new CallApi(web(Service.API_GATEWAY), users);
    }

    /** Where a service of the stack listens. */
    public int port(Service service) {
        return stack.addresses().of(service);
    }

    public Web web(Service service) {
        return new Web(port(service));
    }

    public ProcessHandle process(Service service) {
        return services.process(service);
    }

    public ProcessHandle callService() {
        return process(Service.CALL_SERVICE);
    }

    /** {@code kill -9} to the stack's call-service. */
    public void killCallService() {
        stack.kill(Service.CALL_SERVICE.module());
    }

    /** Returns when the stack's call-service is ready again. */
    public void restartCallService() {
        stack.restart(Service.CALL_SERVICE.module());
    }

    /** Another call-service on this database, started at the first call. */
    public CallApi callServiceOn(String database) {
        Further found = further.computeIfAbsent("call-service-" + database, name -> {
            int port = Ports.free();
            ServiceCommand command = services.command(Service.CALL_SERVICE)
                    .with("server.port", Integer.toString(port))
                    .with("spring.mongodb.uri", database(database));
            return started(name, port, command.line());
        });
        return new CallApi(new Web(found.port()), users);
    }

    /** Ends what {@link #callServiceOn} started. */
    public void endCallServiceOn(String database) {
        Further found = further.remove("call-service-" + database);
        if (found != null) {
            found.part().stop();
        }
    }

    /**
     * Another replica of a service, on the same data.
     *
     * @param name tells replicas from one another
     * @param change from how the stack starts the service to how this one is wanted
     */
    public Further another(Service service, String name, UnaryOperator<ServiceCommand> change) {
        return further.computeIfAbsent(service.module() + "-" + name, log -> {
            int port = Ports.free();
            return started(
                    log,
                    port,
                    change.apply(services.command(service))
                            .with("server.port", Integer.toString(port))
                            .line());
        });
    }

    /** Ends a process that was started here. */
    public void end(Further process) {
        process.part().stop();
        further.values().remove(process);
    }

    /** The floors, started at the first call. */
    public Floors floors() {
        Further found = further.computeIfAbsent("floors", name -> ownProgram(name, FloorApplication.class));
        return new Floors(found.port(), found.part().process().orElseThrow());
    }

    /** The rival, started at the first call. */
    public Rival rival() {
        return new Rival(new Web(further.computeIfAbsent("rival", name -> ownProgram(name, RivalApplication.class))
                .port()));
    }

    /** A database as MongoDB itself has it. */
    public MongoDatabase rawDatabase(String name) {
        return mongo.getDatabase(name);
    }

    public KafkaBroker broker() {
        return stack.parts().stream()
                .filter(KafkaPart.class::isInstance)
                .map(KafkaPart.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The broker must be one of ours: unset RINGLINE_KAFKA"))
                .broker();
    }

    /** Ends every service but call-service, so that nothing else uses the cores. */
    public void onlyCallService() {
        only(Service.CALL_SERVICE);
    }

    /** Ends every service but these, and starts those of them that do not run. */
    public void only(Service... kept) {
        services.only(Set.of(kept));
    }

    /** Starts every service that does not run. */
    public void wholeStack() {
        services.all();
    }

    /**
     * Starts a service anew in another way, until {@link #endReplacements}.
     *
     * @param change from how the stack starts it to how it is wanted
     */
    public void replace(Service service, UnaryOperator<ServiceCommand> change) {
        services.replace(service, change);
    }

    /** Ends what {@link #replace} started; the stack's own services come back when a row asks for them. */
    public void endReplacements() {
        services.endReplacements();
    }

    /** Where this stack keeps a secret file of this name; it goes with the stack. */
    public Path key(String name) {
        return home.key(name);
    }

    /** The address of the stack's broker. */
    public String brokers() {
        return services.command(Service.CALL_SERVICE).value("spring.kafka.bootstrap-servers");
    }

    @Override
    public void close() {
        events.close();
        mongo.close();
        further.values().forEach(each -> each.part().stop());
        services.endReplacements();
        stack.close();
        Folders.forget(home.folder());
    }

    private Further ownProgram(String name, Class<?> program) {
        int port = Ports.free();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--spring.kafka.bootstrap-servers=" + brokers(),
                "--spring.mongodb.uri=" + durable(database(name)),
                "--bench.hop-topic=" + BenchTopics.HOP,
                "--bench.rival-topic=" + BenchTopics.RIVAL));
        return started(
                name,
                port,
                services.command(Service.CALL_SERVICE).line(System.getProperty("java.class.path"), program, arguments));
    }

    private Further started(String name, int port, List<String> command) {
        Part part = new ServicePart(name, port, command, home.log(name));
        part.start();
        return new Further(part, port);
    }

    private String database(String name) {
        return services.command(Service.CALL_SERVICE)
                .value("spring.mongodb.uri")
                .replaceFirst("/" + CALLS + "(\\?|$)", "/" + name + "$1");
    }

    /** As our services write and read. */
    private static String durable(String uri) {
        return uri + (uri.contains("?") ? "&" : "?") + "w=majority&journal=true&readConcernLevel=majority";
    }
}
