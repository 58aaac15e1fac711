package dev.ringline.call.simulation;

import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.simulation.story.Interleaving;
import dev.ringline.call.simulation.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What everybody in a run shares: chance, time, what goes wrong, and the story as it is told. */
final class World {

    private final SplittableRandom random;
    private final Interleaving interleaving;
    private final Mutant mutant;
    private final @Nullable List<String> told;
    private Instant now = CallFixtures.NOON;
    private int mishapsInThousand;

    /** @param told where the story is told, if anybody reads it */
    World(SplittableRandom random, Mutant mutant, Story.Weather weather, @Nullable List<String> told) {
        this.random = random;
        this.mutant = mutant;
        this.told = told;
        this.interleaving = new Interleaving(random, weather.perseverance());
        this.mishapsInThousand = weather.mishapsInThousand();
    }

    Interleaving interleaving() {
        return interleaving;
    }

    void step() {
        interleaving.step();
    }

    boolean has(Mutant other) {
        return mutant == other;
    }

    Instant now() {
        return now;
    }

    void become(Instant later) {
        if (later.isAfter(now)) {
            now = later;
            tell(() -> "it is " + Duration.between(CallFixtures.NOON, now).toMillis() + " ms later");
        }
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    /** Whether something goes wrong now that may go wrong at any time. */
    boolean mishap() {
        return mishapsInThousand > 0 && random.nextInt(1000) < mishapsInThousand;
    }

    /** From now on nothing goes wrong. */
    void calm() {
        mishapsInThousand = 0;
    }

    void tell(Supplier<String> line) {
        if (told != null) {
            told.add(line.get());
        }
    }
}
