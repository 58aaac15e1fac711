package dev.ringline.notification.http.erasure;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.rules.erasure.Tombstones;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps those out who were erased: nothing is kept of them again, not even when they ask for it. */
@Component
public final class ErasureGuard {

    private final Tombstones tombstones;

    ErasureGuard(Tombstones tombstones) {
        this.tombstones = tombstones;
    }

    /**
     * Lets everybody else pass.
     *
     * @throws ProblemException 403 {@code forbidden}
     */
    public void keepOut(String userId) {
        if (!tombstones.of(List.of(userId)).isEmpty()) {
            throw new ProblemException(
                    Problem.of(403, "forbidden", "This user was erased; nothing is kept of him any more."));
        }
    }
}
