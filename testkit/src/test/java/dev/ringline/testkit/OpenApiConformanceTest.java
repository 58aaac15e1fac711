package dev.ringline.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenApiConformanceTest {

    @Test
    void acceptsRequestsThatAreAllDescribed() {
        assertThatCode(() -> check("POST /v1/calls", "GET /v1/calls", "GET /v1/calls/{callId:[0-9a-f-]+}"))
                .doesNotThrowAnyException();
    }

    @Test
    void findsARequestThatNobodyServes() {
        assertThatThrownBy(() -> check("GET /v1/calls", "GET /v1/calls/{callId}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("POST /v1/calls");
    }

    @Test
    void findsARequestThatNobodyDescribed() {
        assertThatThrownBy(() ->
                        check("GET /v1/calls", "POST /v1/calls", "GET /v1/calls/{callId}", "DELETE /v1/calls/{callId}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("DELETE /v1/calls/{callId}");
    }

    @Test
    void namesTheDocumentThatIsMissing() {
        assertThatThrownBy(() -> OpenApiConformance.check("no-service", List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/openapi/no-service.yaml");
    }

    private static void check(String... served) {
        OpenApiConformance.check("sample-service", List.of(served));
    }
}
