package dev.ringline.call.simulation;

import dev.ringline.call.simulation.Promise.Broken;
import dev.ringline.call.simulation.story.Story;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a story that breaks a promise shorter, until nothing can be left out and it is told in the fewest lines. */
final class Shrinking {

    /** In how many orders a shorter story is tried before it counts as harmless. */
    private static final int ORDERS = 400;

    private final Mutant mutant;
    private final Predicate<Throwable> sameFailure;

    private Shrinking(Mutant mutant, Predicate<Throwable> sameFailure) {
        this.mutant = mutant;
        this.sameFailure = sameFailure;
    }

    /** A story, an order in which it fails, and how. */
    record Failure(Story story, long order, Throwable cause) {}

    /** How the story fails in this order, if it does. */
    static Optional<Failure> run(Story story, Mutant mutant, long order) {
        return run(story, mutant, order, null);
    }

    private static Optional<Failure> run(Story story, Mutant mutant, long order, @Nullable List<String> told) {
        try {
            new Simulation(story, mutant, order, told).run();
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(new Failure(story, order, e));
        }
    }

    /** The story of a seed, and its order. */
    static Optional<Failure> run(long seed, Mutant mutant) {
        return run(Story.of(new SplittableRandom(seed)), mutant, seed);
    }

    /** The shortest story found that fails in the same way. */
    static Failure shortest(Failure failure, Mutant mutant) {
        Shrinking shrinking = new Shrinking(mutant, other -> isAlike(failure.cause(), other));
        Failure shortest = failure;
        Optional<Failure> shorter = shrinking.shorter(shortest);
        while (shorter.isPresent()) {
            shortest = shorter.get();
            shorter = shrinking.shorter(shortest);
        }
        return shrinking.briefest(shortest);
    }

    private static boolean isAlike(Throwable one, Throwable other) {
        return one instanceof Broken broken
                ? other instanceof Broken another && another.promise() == broken.promise()
                : one.getClass() == other.getClass();
    }

    private Optional<Failure> shorter(Failure failure) {
        return failure.story()
                .simpler()
                .flatMap(story -> failures(story).limit(1))
                .findFirst();
    }

    private Stream<Failure> failures(Story story) {
        return LongStream.range(0, ORDERS)
                .mapToObj(order -> run(story, mutant, order))
                .flatMap(Optional::stream)
                .filter(failure -> sameFailure.test(failure.cause()));
    }

    private Failure briefest(Failure failure) {
        return failures(failure.story())
                .min(Comparator.comparing(other -> lines(other, mutant).size()))
                .orElse(failure);
    }

    /** What happened, line by line. */
    static List<String> lines(Failure failure, Mutant mutant) {
        List<String> told = new ArrayList<>();
        run(failure.story(), mutant, failure.order(), told);
        return told;
    }

    /** What a reader needs to know of a failure. */
    static String report(long seed, Failure failure, Mutant mutant) {
        Failure shortest = shortest(failure, mutant);
        return "-Dsimulation.seed=%d plays it again%n%s%nIn short (%s):%n  %s%n  %s"
                .formatted(
                        seed,
                        failure.cause().getMessage(),
                        shortest.story().weather(),
                        String.join("\n  ", lines(shortest, mutant)),
                        shortest.cause().getMessage());
    }
}
