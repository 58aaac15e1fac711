package dev.ringline.notification.http.erasure;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.rules.erasure.Erasure;
import org.springframework.stereotype.Component;

/** Keeps those out who were erased: nothing is kept of them again, not even when they ask for it. */
@Component
public final class ErasureGuard {

    private final Erasure erasure;

    ErasureGuard(Erasure erasure) {
        this.erasure = erasure;
    }

    /**
     * Does it for everybody else.
     *
     * @param write keeps something of the user
     * @throws ProblemException 403 {@code forbidden}
     */
    public void unlessErased(String userId, Runnable write) {
        if (!erasure.unlessErased(userId, write)) {
            throw new ProblemException(
                    Problem.of(403, "forbidden", "This user was erased; nothing is kept of him any more."));
        }
    }
}
