package dev.ringline.http.failure;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;

/** Trouble of MongoDB, bare or inside an exception of Spring Data that does not tell passing trouble from a defect. */
@Order(1)
public final class MongoFailures implements ProblemSource {

    @Override
    public @Nullable Problem problemOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return Problem.unavailable("The store cannot answer now; send the same request again.");
            }
        }
        return null;
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case MongoTimeoutException _ -> true;
            case MongoSocketException _ -> true;
            case MongoNotPrimaryException _ -> true;
            case MongoNodeIsRecoveringException _ -> true;
            case MongoExecutionTimeoutException _ -> true;
            case MongoWriteConcernException _ -> true;
            default -> false;
        };
    }
}
