package dev.ringline.http;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into a problem. What nobody knows is 500 {@code internal-error}: logged whole, told to nobody. */
public final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final Problem INTERNAL_ERROR =
            Problem.of(500, "internal-error", "The service failed. Nothing in the request needs to change.");

    private final List<ProblemSource> sources;

    public Problems(List<ProblemSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The problem of a failure. */
    public Problem of(Throwable failure) {
        var bare = unwrapped(failure);
        var problem = known(bare);
        if (problem == null) {
            log.error("request failed", bare);
            return INTERNAL_ERROR;
        }
        if (problem.status() >= 500) {
            log.atWarn().addKeyValue("outcome", problem.code()).log("request refused: {}", bare.toString());
        }
        return problem;
    }

    private @Nullable Problem known(Throwable failure) {
        var thrown = thrownProblem(failure);
        return thrown != null
                ? thrown
                : sources.stream()
                        .map(source -> source.problemOf(failure))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    /** Frameworks wrap what argument resolvers, converters and body streams throw. */
    private static @Nullable Problem thrownProblem(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException thrown) {
                return thrown.problem();
            }
        }
        return null;
    }

    private static Throwable unwrapped(Throwable failure) {
        var cause = failure.getCause();
        var wrapper = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapper && cause != null ? unwrapped(cause) : failure;
    }
}
