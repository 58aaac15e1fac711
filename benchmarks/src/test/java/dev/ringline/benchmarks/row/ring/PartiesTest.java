package dev.ringline.benchmarks.row.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.benchmarks.device.LiveStreams.Device;
import dev.ringline.benchmarks.world.Users.Pair;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartiesTest {

    private static final Parties PARTIES = new Parties("some", 3, 2);

    @Test
    void callsTheFirstDeviceLikeItsUser() {
        // Given
        // When
        List<Device> devices = PARTIES.devicesOf("bob");

        // Then
        assertThat(devices).containsExactly(new Device("bob", "bob"), new Device("bob", "bob-1"));
    }

    @Test
    void givesEachDeviceANameOfItsOwn() {
        // Given
        // When
        List<Device> devices = PARTIES.all();

        // Then: three callers, and two devices of each of three callees
        assertThat(devices).extracting(Device::name).doesNotHaveDuplicates().hasSize(9);
    }

    @Test
    void takesThePairsInTurn() {
        // Given
        // When
        Pair again = PARTIES.pair(3);

        // Then
        assertThat(again).isEqualTo(PARTIES.pair(0)).isNotEqualTo(PARTIES.pair(1));
    }

    @Test
    void givesEachClientPairsOfItsOwn() {
        // Given
        Parties parties = new Parties("some", 7, 1);

        // When
        List<Pair> first = pairsOf(parties, 0);
        List<Pair> last = pairsOf(parties, 2);

        // Then: three clients have two pairs each
        assertThat(first).containsOnly(parties.pair(0), parties.pair(1));
        assertThat(last).containsOnly(parties.pair(4), parties.pair(5));
    }

    private static List<Pair> pairsOf(Parties parties, int client) {
        return IntStream.range(0, 10)
                .mapToObj(number -> parties.pairOf(client, 3, number))
                .toList();
    }
}
