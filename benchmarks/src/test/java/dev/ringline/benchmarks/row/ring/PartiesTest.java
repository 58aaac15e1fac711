package dev.ringline.benchmarks.row.ring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.benchmarks.device.LiveStreams.Device;
import dev.ringline.benchmarks.world.Users.Pair;
import java.util.List;
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
}
