package dev.ringline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoresTest {

    @ParameterizedTest
    @CsvSource({
        "mongodb://a:1,                         mongodb://a:1/call",
        "mongodb://a:1/,                        mongodb://a:1/call",
        "mongodb://u:p@a:1/other,               mongodb://u:p@a:1/call",
        "mongodb://a:1/?replicaSet=rs,          mongodb://a:1/call?replicaSet=rs",
        "mongodb+srv://cluster.test/x?tls=true, mongodb+srv://cluster.test/call?tls=true",
    })
    void putsTheServicesDatabaseIntoTheNamedAddress(String named, String expected) {
        assertThat(Stores.of(Map.of("RINGLINE_MONGODB_URI", named)).database("call"))
                .contains(expected);
    }

    @Test
    void hasNothingWhenNothingIsNamed() {
        assertThat(Stores.of(Map.of()).database("call")).isEmpty();
    }

    @Test
    void refusesAnAddressOfSomethingElse() {
        assertThatThrownBy(() -> Stores.of(Map.of("RINGLINE_MONGODB_URI", "http://a:1")))
                .hasMessageContaining("RINGLINE_MONGODB_URI");
    }
}
