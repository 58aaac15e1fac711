package dev.ringline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {

    @Test
    void findsTheIdentityProviderBesideTheGateway() {
        assertThat(Target.parse(List.of()).identity()).hasToString("http://localhost:8086");
        assertThat(Target.parse(List.of("--url", "http://localhost:18080")).identity())
                .hasToString("http://localhost:18086");
        assertThat(Target.parse(List.of("--identity", "http://id.test")).identity())
                .hasToString("http://id.test");
    }

    @Test
    void refusesOptionsWithoutAValue() {
        assertThatThrownBy(() -> Target.parse(List.of("--url"))).hasMessage("--url needs a value.");
        assertThatThrownBy(() -> Options.number(List.of("--calls", "many"), "--calls"))
                .hasMessageContaining("--calls must be a number");
    }
}
