package dev.ringline.benchmarks.rival;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Things are made, and changed once, in the way that the path names: {@code outbox} or {@code naive}. */
@RestController
class ThingController {

    private final Map<String, Way> ways;
    private final ThingEvents events;
    private final InstantSource clock;

    ThingController(OutboxWay outbox, NaiveWay naive, ThingEvents events, InstantSource clock) {
        this.ways = Map.of("outbox", outbox, "naive", naive);
        this.events = events;
        this.clock = clock;
    }

    /** Where the launcher looks whether a process is ready. */
    @GetMapping("/actuator/health/readiness")
    String ready() {
        return "ready";
    }

    /** The id of a new thing. */
    @PostMapping("/{way}/things")
    String create(@PathVariable String way) {
        var now = clock.instant();
        ThingDocument thing = ThingDocument.create(UUID.randomUUID().toString(), now);
        way(way).insert(thing, events.about(thing, now));
        return thing.id();
    }

    @PostMapping("/{way}/things/{id}/answer")
    String answer(@PathVariable String way, @PathVariable String id) {
        var now = clock.instant();
        ThingDocument next = way(way).find(id).answered();
        way(way).change(next, events.about(next, now));
        return next.state();
    }

    private Way way(String name) {
        Way way = ways.get(name);
        if (way == null) {
            throw new IllegalArgumentException("There is no way " + name);
        }
        return way;
    }
}
