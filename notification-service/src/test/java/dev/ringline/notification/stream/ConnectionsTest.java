package dev.ringline.notification.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.http.ProblemException;
import dev.ringline.notification.AdjustableClock;
import dev.ringline.notification.Delivery;
import dev.ringline.notification.Frame;
import dev.ringline.notification.Frames;
import dev.ringline.notification.Story;
import dev.ringline.notification.rules.push.Connected;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ConnectionsTest {

    private final AdjustableClock clock = new AdjustableClock(Story.DIALLED);
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private boolean ready = true;
    private final Connections connections = new Connections(
            new StreamProperties(4, 2, 8, Duration.ofSeconds(15), Duration.ofMillis(100)),
            new StreamMetrics(metrics),
            clock,
            () -> ready);
    private final List<String> written = new CopyOnWriteArrayList<>();

    @BeforeEach
    void start() {
        connections.start();
    }

    @Test
    void measuresTheTimeToRing() {
        // Given
        connect("bob", "bob-phone");
        Story story = Story.begin();
        clock.advance(Duration.ofMillis(25));
        // When
        Frames.of(story.initiated(), clock.instant()).forEach(connections::deliver);
        // Then
        var timer =
                metrics.get("ringline.call.time_to_ring").tag("channel", "live").timer();
        assertThat(timer.count()).isEqualTo(1);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(25);
    }

    @Test
    void countsTheConnectionsThatItHolds() {
        // Given
        Connection phone = connect("bob", "bob-phone");
        connect("bob", "bob-tablet");
        // When
        connections.remove(phone);
        // Then
        assertThat(metrics.get("ringline.stream.connections").gauge().value()).isEqualTo(1);
    }

    @Test
    void refusesWhenItIsFull() {
        // Given
        for (String user : List.of("alice", "bob", "carol", "dave")) {
            connect(user, user + "-phone");
        }
        // When
        var refusal = assertThatThrownBy(() -> connect("erin", "erin-phone"));
        // Then
        refusal.isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem().status()).isEqualTo(503);
            assertThat(problem.problem().headers()).containsKey("Retry-After");
        });
        assertThat(metrics.get("ringline.stream.connections").gauge().value()).isEqualTo(4);
    }

    @Test
    void refusesUntilItKnowsEveryLiveCall() {
        // Given
        ready = false;
        // When
        var refusal = assertThatThrownBy(() -> connect("bob", "bob-phone"));
        // Then
        refusal.isInstanceOf(ProblemException.class);
    }

    @Test
    void endsTheOldestConnectionOfAUserWhoOpensTooMany() {
        // Given
        connect("bob", "first");
        connect("bob", "second");
        // When
        connect("bob", "third");
        // Then
        assertThat(written)
                .containsExactly(
                        "first snapshot",
                        "second snapshot",
                        "first reconnect too_many_streams",
                        "first end",
                        "third snapshot");
    }

    @Test
    void givesADeviceOneStream() {
        // Given
        connect("bob", "bob-phone");
        connect("bob", "bob-tablet");
        connect("alice", "bob-phone");
        written.clear();
        // When
        connect("bob", "bob-phone");
        // Then
        assertThat(written).containsExactly("bob-phone reconnect replaced", "bob-phone end", "bob-phone snapshot");
    }

    @Test
    void endsNobodyForAStreamThatIsOver() {
        // Given
        connect("bob", "bob-tablet");
        connect("bob", "bob-phone");
        Connection successor = connect("bob", "bob-phone");
        connections.remove(successor);
        // When
        connect("bob", "bob-laptop");
        // Then
        assertThat(written).filteredOn(line -> line.startsWith("bob-tablet")).containsExactly("bob-tablet snapshot");
    }

    @Test
    void tellsAWokenDeviceOfItsOneCall() {
        // Given
        Story mine = Story.begin();
        Story other = Story.begin();
        Connection woken = connect("bob", "bob-phone", mine.callId());
        // When
        Stream.of(mine, other)
                .flatMap(story -> Frames.of(story.initiated(), clock.instant()).stream())
                .forEach(connections::deliver);
        connections.deliver(Frames.seen("bob", clock.instant()));
        // Then
        assertThat(written).containsExactly("bob-phone snapshot", "bob-phone call.incoming");
        assertThat(woken.owner()
                        .mayHearOf(new Frame.Snapshot(List.of(shown(mine), shown(other)), clock.instant()))
                        .sequences())
                .containsOnlyKeys(mine.callId());
    }

    @Test
    void takesNoDeviceForConnectedThatWasWokenForOneCall() {
        // Given
        connect("bob", "bob-phone", Story.begin().callId());
        // When
        connect("bob", "bob-tablet");
        // Then
        assertThat(connections.connected()).containsExactly(new Connected("bob", "bob-tablet"));
    }

    private Frame.Snapshot.Item shown(Story story) {
        Frame.OfCall told = (Frame.OfCall)
                Frames.of(story.initiated(), clock.instant()).getFirst().frame();
        return new Frame.Snapshot.Item(told.sequence(), told.call());
    }

    @Test
    void saysHowManyStreamsAFrameReached() {
        // Given
        connect("bob", "bob-phone");
        connect("bob", "bob-tablet");
        List<Delivery> deliveries = Frames.of(Story.begin().initiated(), clock.instant());
        // When
        int reached = deliveries.stream().mapToInt(connections::deliver).sum();
        // Then
        assertThat(reached).isEqualTo(2);
    }

    @Test
    void endsAConnectionWhoseTokenExpired() {
        // Given
        connect("bob", "bob-phone");
        clock.advance(Duration.ofHours(1).minusMillis(1));
        // When
        connections.tick();
        List<String> before = List.copyOf(written);
        clock.advance(Duration.ofMillis(1));
        connections.tick();
        // Then
        assertThat(before).containsExactly("bob-phone snapshot", "bob-phone :");
        assertThat(written).endsWith("bob-phone end");
    }

    @Test
    void sendsEverybodyAwayAndTakesNobodyIn() {
        // Given
        connect("bob", "bob-phone");
        // When
        connections.stop();
        // Then
        assertThat(written).containsExactly("bob-phone snapshot", "bob-phone reconnect shutdown", "bob-phone end");
        assertThatThrownBy(() -> connect("carol", "carol-phone")).isInstanceOf(ProblemException.class);
    }

    @Test
    void asksEverybodyToLeaveAndTellsThemWhatHappensUntilTheyHave() {
        // Given
        List<Connection> all = List.of(connect("bob", "bob-phone"), connect("bob", "bob-tablet"));
        CompletableFuture<Void> left = new CompletableFuture<>();
        connections.stop(() -> left.complete(null));
        await("reconnect shutdown", 2);
        // When
        Frames.of(Story.begin().initiated(), clock.instant()).forEach(connections::deliver);
        // Then
        assertThat(written)
                .endsWith("bob-phone call.incoming", "bob-tablet call.incoming")
                .hasSize(6);
        assertThat(left).isNotDone();
        all.forEach(connections::remove);
        Awaitility.await().until(left::isDone);
        assertThat(connections.isRunning()).isFalse();
    }

    @Test
    void sendsOnWhoIsLedHereWhileItLeaves() {
        // Given
        Connection first = connect("bob", "bob-phone");
        CompletableFuture<Void> left = new CompletableFuture<>();
        connections.stop(() -> left.complete(null));
        // When
        Connection late = connect("bob", "bob-tablet");
        // Then
        await("bob-tablet reconnect shutdown", 1);
        connections.remove(first);
        connections.remove(late);
        Awaitility.await().until(left::isDone);
    }

    @Test
    void endsTheStreamsOfThoseWhoDoNotLeave() {
        // Given
        connect("bob", "bob-phone");
        CompletableFuture<Void> left = new CompletableFuture<>();
        connections.stop(() -> left.complete(null));
        // When
        clock.advance(Duration.ofMillis(200));
        // Then
        Awaitility.await().until(left::isDone);
        assertThat(written).contains("bob-phone reconnect shutdown").endsWith("bob-phone end");
        assertThatThrownBy(() -> connect("carol", "carol-phone")).isInstanceOf(ProblemException.class);
    }

    @Test
    void leavesAtOnceWhenNobodyIsHere() {
        // Given
        CompletableFuture<Void> left = new CompletableFuture<>();
        // When
        connections.stop(() -> left.complete(null));
        // Then
        assertThat(left).isCompleted();
        assertThat(connections.isRunning()).isFalse();
    }

    @Test
    void takesPeopleInAgainAfterARestart() {
        // Given
        connections.stop();
        // When
        connections.start();
        // Then
        connect("bob", "bob-phone");
        assertThat(written).containsExactly("bob-phone snapshot");
    }

    private void await(String line, int times) {
        Awaitility.await()
                .until(() ->
                        written.stream().filter(each -> each.endsWith(line)).count() == times);
    }

    private Connection connect(String user, String device) {
        return connect(user, device, null);
    }

    private Connection connect(String user, String device, @Nullable String onlyCall) {
        Instant until = Story.DIALLED.plus(Duration.ofHours(1));
        Connection connection = connections.register(new StreamOwner(user, device, onlyCall, until));
        connection
                .frames()
                .map(bytes -> device + " " + name(new String(bytes, UTF_8)))
                .subscribe(written::add, _ -> {}, () -> written.add(device + " end"));
        connections.open(connection, new Frame.Snapshot(List.of(), clock.instant()));
        return connection;
    }

    private static String name(String text) {
        String reason = text.contains("reason") ? " " + text.replaceAll("(?s).*\"reason\":\"(\\w+)\".*", "$1") : "";
        return text.lines().findFirst().orElseThrow().replace("event: ", "") + reason;
    }
}
