package dev.ringline.messaging.listening;

import dev.ringline.messaging.BrokenRecordException;
import dev.ringline.messaging.PublishFailedException;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.PermissionDeniedDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;

/** Why a record could not be processed: decides whether it is retried, and how long. */
enum FailureClass {
    /** The record is broken: dead-lettered at once. */
    BROKEN_RECORD,
    /** Our own stores or network are in trouble: retried without end, never dead-lettered. */
    OWN_TROUBLE,
    /** Anything else: retried a few times, then dead-lettered. */
    UNKNOWN;

    static FailureClass of(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenRecordException) {
                return BROKEN_RECORD;
            }
            if (isOwnTrouble(cause)) {
                return OWN_TROUBLE;
            }
        }
        return UNKNOWN;
    }

    private static boolean isOwnTrouble(Throwable cause) {
        return cause instanceof TransientDataAccessException
                || cause instanceof NonTransientDataAccessResourceException
                || cause instanceof UncategorizedDataAccessException
                || cause instanceof PermissionDeniedDataAccessException
                || cause instanceof KafkaException
                || cause instanceof PublishFailedException
                || cause instanceof IOException;
    }
}
