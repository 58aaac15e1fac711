package dev.ringline.http.failure;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/** Trouble of the store that passes by itself: 503, so that the client asks again. Anything else of it is a defect. */
@Order(0)
public final class StoreFailures implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable failure) {
        return failure instanceof DataAccessException trouble && passes(trouble)
                ? Problem.unavailable("The store cannot be reached now; send the same request again.")
                : null;
    }

    private static boolean passes(DataAccessException trouble) {
        return trouble instanceof NonTransientDataAccessResourceException
                || trouble instanceof TransientDataAccessException
                || trouble instanceof RecoverableDataAccessException;
    }
}
