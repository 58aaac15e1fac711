package dev.ringline.notification.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.notification.AdjustableClock;
import dev.ringline.notification.CallNews;
import dev.ringline.notification.InMemoryProjection;
import dev.ringline.notification.Projection;
import dev.ringline.notification.Story;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Streams that are cut at every point of a call and opened again at every later one: on the same replica, on another one
 * that is ahead or behind, and on one that was restarted in the middle of the call.
 */
class CutStreamTest {

    private final AdjustableClock clock = new AdjustableClock(Story.DIALLED.plusSeconds(10));

    static Stream<Line> lines() {
        return Stream.of("alice-phone", "bob-phone", "bob-tablet")
                .flatMap(device -> Stream.of(answered(), cancelled(), declined())
                        .map(events -> new Line(device, events.getFirst().call().callId(), events)));
    }

    private static List<CallNews> answered() {
        Story story = Story.begin();
        return List.of(
                story.initiated(),
                story.alerting(),
                story.waiting(),
                story.answered("bob-phone"),
                story.ready(),
                story.connected(),
                story.movedTo("bob-tablet"),
                story.hungUp());
    }

    private static List<CallNews> cancelled() {
        Story story = Story.begin();
        return List.of(story.initiated(), story.alerting(), story.cancelled());
    }

    private static List<CallNews> declined() {
        Story story = Story.begin();
        return List.of(story.initiated(), story.alerting(), story.declined("bob-phone"));
    }

    /** A call as one of the devices hears of it. */
    record Line(String device, String callId, List<CallNews> events) {

        int length() {
            return events.size();
        }

        /** What a device must believe that knows so many of the events. */
        String statusAfter(int count) {
            return count == 0
                    ? ModelDevice.UNKNOWN
                    : events.get(count - 1).call().status().word();
        }

        @Override
        public String toString() {
            return device + " " + events.stream().map(CallNews::kind).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void knowsHowTheCallStandsAsSoonAsItIsBack(Line line) {
        for (int cut = 0; cut <= line.length(); cut++) {
            for (int back = cut; back <= line.length(); back++) {
                comesBack(line, cut, back, true);
                comesBack(line, cut, back, false);
            }
        }
    }

    /**
     * A device comes back to the same replica.
     *
     * @param noticed whether the replica knows by then that the former stream is broken
     */
    private void comesBack(Line line, int cut, int back, boolean noticed) {
        // Given
        PacedReplica replica = PacedReplica.start(new InMemoryProjection(), clock, line.events(), 0);
        ModelDevice device = new ModelDevice(line.device());
        Connection broken = replica.connect(device);
        replica.readUpTo(cut);
        device.loseStream();
        if (noticed) {
            replica.disconnect(broken);
        }
        replica.readUpTo(back);
        // When
        replica.connect(device);
        // Then
        for (int known = back; known <= line.length(); known++) {
            replica.readUpTo(known);
            assertThat(device.statusOf(line.callId()))
                    .as("cut after %d, noticed: %s, back after %d, and %d events known", cut, noticed, back, known)
                    .isEqualTo(line.statusAfter(known));
        }
        assertThat(device.faults())
                .as("cut after %d, noticed: %s, back after %d", cut, noticed, back)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void knowsHowTheCallStandsOnAnotherReplicaThatIsAheadOrBehind(Line line) {
        for (int cut = 0; cut <= line.length(); cut++) {
            for (int read = 0; read <= line.length(); read++) {
                for (int stored = 0; stored <= line.length(); stored++) {
                    moves(line, new Move(cut, 0, read, stored));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void knowsHowTheCallStandsOnAReplicaThatWasRestartedInTheMiddle(Line line) {
        for (int first = 1; first <= line.length(); first++) {
            for (int read = first; read <= line.length(); read++) {
                for (int stored = first; stored <= line.length(); stored++) {
                    moves(line, new Move(first, first, read, stored));
                }
            }
        }
    }

    /**
     * A device goes from one replica to another.
     *
     * @param cut how many events it was told by the former replica
     * @param first where the new one began to read
     * @param read how far it came before the device connects
     * @param stored how many events the projection has by then: at least those to which the new one did not look back
     */
    private record Move(int cut, int first, int read, int stored) {

        /** How many events the new replica can tell of. */
        int known() {
            return Math.max(stored, read > first ? read : 0);
        }

        /** How many the device knows of then; it forgets a call of which the new replica knows nothing. */
        int believed() {
            return known() == 0 ? 0 : Math.max(known(), cut);
        }
    }

    private void moves(Line line, Move move) {
        // Given
        Projection shared = new InMemoryProjection();
        line.events().stream().limit(move.stored()).map(CallNews::call).forEach(shared::store);
        PacedReplica former = PacedReplica.start(new InMemoryProjection(), clock, line.events(), 0);
        PacedReplica other = PacedReplica.start(shared, clock, line.events(), move.first());
        ModelDevice device = new ModelDevice(line.device());
        former.connect(device);
        former.readUpTo(move.cut());
        other.readUpTo(move.read());
        // When
        other.connect(device);
        // Then
        assertThat(device.statusOf(line.callId())).as("%s, at once", move).isEqualTo(line.statusAfter(move.believed()));
        other.readUpTo(line.length());
        assertThat(device.statusOf(line.callId()))
                .as("%s, in the end", move)
                .isEqualTo(line.statusAfter(line.length()));
        assertThat(device.faults()).as("%s", move).isEmpty();
    }
}
