package dev.ringline.notification.push.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    private static final AddressRule RULE = AddressRule.publicOr(List.of("Hooks.internal:8443"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "::127.0.0.1"
            })
    void allowsNoAddressOfOurOwn(String address) throws UnknownHostException {
        // Given
        InetSocketAddress resolved = at("push.example", address, 443);
        // When, then
        assertThatThrownBy(() -> RULE.allowed(List.of(resolved))).isInstanceOf(ForbiddenAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "142.250.1.1", "172.32.0.1", "2606:4700::1111"})
    void allowsPublicAddresses(String address) throws UnknownHostException {
        // Given
        InetSocketAddress resolved = at("push.example", address, 443);
        // When
        var allowed = RULE.allowed(List.of(resolved));
        // Then
        assertThat(allowed).hasSize(1);
    }

    @Test
    void keepsThePublicOnesOfAMixture() throws UnknownHostException {
        // Given
        InetSocketAddress ours = at("push.example", "10.0.0.1", 443);
        InetSocketAddress theirs = at("push.example", "1.1.1.1", 443);
        // When
        var allowed = RULE.allowed(List.of(ours, theirs));
        // Then
        assertThat(allowed).singleElement().isEqualTo(theirs);
    }

    @Test
    void allowsANamedEndpointAtItsPortAlone() throws UnknownHostException {
        // Given
        InetSocketAddress named = at("hooks.INTERNAL", "10.0.0.1", 8443);
        InetSocketAddress otherPort = at("hooks.internal", "10.0.0.1", 8444);
        // When
        var allowed = RULE.allowed(List.of(named, otherPort));
        // Then
        assertThat(allowed).singleElement().isEqualTo(named);
    }

    private static InetSocketAddress at(String host, String address, int port) throws UnknownHostException {
        byte[] bytes = InetAddress.getByName(address).getAddress();
        return new InetSocketAddress(InetAddress.getByAddress(host, bytes), port);
    }
}
