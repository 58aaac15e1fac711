package dev.ringline.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortHolderTest {

    @Test
    void namesTheProcessThatListens() throws Exception {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(PortHolder.of(listener.getLocalPort())).contains(ProcessHandle.current());
            assertThat(PortHolder.describe(listener.getLocalPort()))
                    .startsWith("process " + ProcessHandle.current().pid() + " (");
        }
    }

    @Test
    void findsNobodyOnAFreePort() {
        assertThat(PortHolder.of(Ports.free())).isEmpty();
    }
}
