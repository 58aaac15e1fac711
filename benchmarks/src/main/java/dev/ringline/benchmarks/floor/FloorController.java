package dev.ringline.benchmarks.floor;

import dev.ringline.benchmarks.load.ClosedLoad;
import dev.ringline.benchmarks.load.Latencies;
import dev.ringline.benchmarks.load.OpenLoad;
import dev.ringline.benchmarks.load.OpenLoad.Arrival;
import dev.ringline.benchmarks.load.Schedule;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The web floors themselves, and the way to the others: they are measured in here, for nothing must lie between. */
@RestController
class FloorController {

    static final int DOCUMENTS = 1_000;

    private final StoreFloor store;
    private final HopFloor hop;
    private final MongoTemplate mongo;
    private final AtomicInteger next = new AtomicInteger();

    FloorController(StoreFloor store, HopFloor hop, MongoTemplate mongo) {
        this.store = store;
        this.hop = hop;
        this.mongo = mongo;
        mongo.dropCollection(FloorDocument.class);
        mongo.insertAll(
                IntStream.range(0, DOCUMENTS).mapToObj(FloorDocument::number).toList());
    }

    /** What a dial says. */
    record Echo(String calleeId, String media) {}

    /** Where the launcher looks whether a process is ready. */
    @GetMapping("/actuator/health/readiness")
    String ready() {
        return "ready";
    }

    @PostMapping("/echo")
    @ResponseStatus(HttpStatus.CREATED)
    Echo echo(@RequestBody Echo body) {
        return body;
    }

    @GetMapping("/documents/{id}")
    FloorDocument document(@PathVariable String id) {
        FloorDocument found = mongo.findById(id, FloorDocument.class);
        if (found == null) {
            throw new IllegalArgumentException("There is no document " + id);
        }
        return found;
    }

    /** Open-model load inside this process; the answer is what {@link Latencies#encode} made. */
    @PostMapping("/open/{floor}")
    String open(
            @PathVariable String floor, @RequestParam double rate, @RequestParam long millis, @RequestParam long seed) {
        IntConsumer work = floor(floor);
        Latencies latencies = new Latencies();
        Arrival arrival = (number, intended) -> {
            work.accept(next.getAndIncrement());
            latencies.done(intended);
        };
        OpenLoad.run(Schedule.poisson(rate, Duration.ofMillis(millis), seed), arrival);
        return latencies.encode();
    }

    /** Closed-model load inside this process; the answer is how much was done in a second. */
    @PostMapping("/closed/{floor}")
    double closed(@PathVariable String floor, @RequestParam int clients, @RequestParam long millis) {
        IntConsumer work = floor(floor);
        return ClosedLoad.run(clients, Duration.ofMillis(millis), client -> work.accept(next.getAndIncrement()))
                .perSecond();
    }

    private IntConsumer floor(String name) {
        return switch (name) {
            case "write" -> store::compareAndSet;
            case "hop" -> number -> hop.hop();
            case "write-and-hop" -> this::writeAndHop;
            case "life" -> number -> life();
            default -> throw new IllegalArgumentException("There is no floor " + name);
        };
    }

    private void writeAndHop(int number) {
        store.compareAndSet(number);
        hop.hop();
    }

    /** What dial, answer, end and message must at least write and tell. */
    private void life() {
        String id = UUID.randomUUID().toString();
        store.insert(id);
        hop.send(id);
        store.change(id, 0);
        hop.send(id);
        store.change(id, 1);
        hop.send(id);
        store.insertLine(id);
        hop.send(id);
    }
}
