package dev.ringline.notification.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.notification.AdjustableClock;
import dev.ringline.notification.CallNews;
import dev.ringline.notification.CallView;
import dev.ringline.notification.Frame;
import dev.ringline.notification.Frames;
import dev.ringline.notification.Story;
import dev.ringline.notification.rules.user.Alert;
import dev.ringline.notification.rules.user.Profile;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class IncomingCallsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AdjustableClock clock = new AdjustableClock(Story.DIALLED);
    private final Connections connections = new Connections(
            new StreamProperties(4, 2, 8, Duration.ofSeconds(15), Duration.ofSeconds(3)),
            new StreamMetrics(new SimpleMeterRegistry()),
            clock,
            () -> true);
    private final List<String> written = new CopyOnWriteArrayList<>();
    private final CompletableFuture<UnaryOperator<CallView>> store = new CompletableFuture<>();
    private final IncomingCalls incoming =
            new IncomingCalls(connections, view -> store.join().apply(view), Thread::startVirtualThread);
    private final Story story = Story.begin();

    @Test
    void saysHowTheCallerIsCalledAndHowToAlert() {
        // Given
        connect();
        store.complete(view -> view.alerting(Alert.NOTIFY, new Profile("Alice", null)));
        // When
        tell(story.initiated());
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(written)
                        .anySatisfy(frame -> assertThat(frame)
                                .contains(
                                        "call.incoming",
                                        "\"alert\":\"notify\"",
                                        "\"display\":{\"displayName\":\"Alice\"}")));
    }

    @Test
    void tellsWhatFollowsAfterTheRing() {
        // Given
        connect();
        tell(story.initiated());
        tell(story.cancelled());
        assertThat(written).hasSize(1);
        // When
        store.complete(UnaryOperator.identity());
        // Then
        await().atMost(PATIENCE).until(() -> written.size() == 3);
        assertThat(written.get(1)).contains("call.incoming");
        assertThat(written.get(2)).contains("call.ended");
    }

    @Test
    void ringsWithoutWhatTheStoreDoesNotSay() {
        // Given
        connect();
        store.completeExceptionally(new IllegalStateException("no store"));
        // When
        tell(story.initiated());
        // Then
        await().atMost(PATIENCE).until(() -> written.size() == 2);
        assertThat(written.getLast()).contains("call.incoming", "\"alert\":\"ring\"");
    }

    @Test
    void doesNotWaitForTheStoreForever() {
        // Given
        connect();
        // When
        tell(story.initiated());
        // Then
        await().atMost(PATIENCE).until(() -> written.size() == 2);
        assertThat(store).isNotDone();
    }

    @Test
    void tellsOfOtherCallsMeanwhile() {
        // Given
        connect();
        tell(story.initiated());
        // When
        int reached = Frames.of(Story.begin().cancelled(), clock.instant()).stream()
                .mapToInt(incoming::deliver)
                .sum();
        // Then
        assertThat(reached).isOne();
        assertThat(written).anySatisfy(frame -> assertThat(frame).contains("call.ended"));
    }

    private void tell(CallNews news) {
        Frames.of(news, clock.instant()).forEach(incoming::deliver);
    }

    private void connect() {
        connections.start();
        Connection connection =
                connections.register(new StreamOwner("bob", "bob-phone", null, Story.DIALLED.plusSeconds(3_600)));
        var _ = connection.frames().subscribe(bytes -> written.add(new String(bytes, UTF_8)));
        connections.open(connection, new Frame.Snapshot(List.of(), clock.instant()));
    }
}
