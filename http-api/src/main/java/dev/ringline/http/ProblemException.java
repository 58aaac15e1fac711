package dev.ringline.http;

import static java.util.Objects.requireNonNull;

/** Ends a request with a problem. It is an answer, not a fault: it has no stack trace and is not logged. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(requireNonNull(problem, "problem").detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
