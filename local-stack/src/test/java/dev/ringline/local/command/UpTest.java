package dev.ringline.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ringline.local.Addresses;
import dev.ringline.local.Service;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpTest {

    @Test
    void namesATakenPortItsPartAndItsHolder() throws Exception {
        // Given
        var addresses = Addresses.free();
        var port = addresses.of(Service.CALL_SERVICE);

        try (var holder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(holder.isBound()).isTrue();

            // When
            assertThatThrownBy(() -> Up.requireFreePorts(addresses))
                    // Then
                    .hasMessageContaining("Port " + port + " (call-service) is taken by process "
                            + ProcessHandle.current().pid())
                    .hasMessageContaining("--port-base");
        }
    }

    @Test
    void takesTheOptionRatherThanTheEnvironment() {
        var environment = Map.of("RINGLINE_PORT_BASE", "9000");

        assertThat(UpOptions.parse(List.of("-d", "--port-base", "10000"), environment))
                .isEqualTo(new UpOptions(true, new Addresses(10000)));
        assertThat(UpOptions.parse(List.of(), environment)).isEqualTo(new UpOptions(false, new Addresses(9000)));
        assertThat(UpOptions.parse(List.of(), Map.of())).isEqualTo(new UpOptions(false, new Addresses(8080)));
    }

    @Test
    void refusesAPortBaseThatIsNone() {
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port-base", "high"), Map.of()))
                .hasMessageContaining("must be a number");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port-base"), Map.of()))
                .hasMessageContaining("needs a number");
        assertThatThrownBy(() -> UpOptions.parse(List.of("--port-base", "65530"), Map.of()))
                .hasMessageContaining("from 1024 to");
    }
}
