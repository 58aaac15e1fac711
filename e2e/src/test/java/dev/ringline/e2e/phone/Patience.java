package dev.ringline.e2e.phone;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;

/** How long the tests wait for what must come: far longer than it takes, for the machine may be busy. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Patience() {}

    public static <T> T until(Callable<T> look, Predicate<? super T> wanted) {
        return Awaitility.await()
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .until(look, wanted);
    }

    public static void untilAsserted(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(LOOK_EVERY)
                .untilAsserted(assertion);
    }
}
