package dev.ringline.http;

import org.jspecify.annotations.Nullable;

/** Knows the problem behind some kinds of failure. Services add beans of their own for theirs; {@code @Order} ranks them. */
@FunctionalInterface
public interface ProblemSource {

    /** The problem, or null for a failure of a kind that this source does not know. */
    @Nullable
    Problem problemOf(Throwable failure);
}
