package dev.ringline.call.http;

import dev.ringline.testkit.OpenApiConformance;
import dev.ringline.testkit.RealParts;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is described is served, and the other way round; that answers are as described, each test's client sees to. */
@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OpenApiIT {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void servesWhatIsDescribed() {
        // Given
        List<String> served = mapping.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getMethodsCondition().getMethods().stream()
                        .flatMap(method -> paths(info).stream().map(path -> method + " " + path)))
                .filter(request -> request.contains(" /v1/"))
                .toList();

        // Then
        OpenApiConformance.check("call-service", served);
    }

    private static List<String> paths(RequestMappingInfo info) {
        return List.copyOf(info.getPatternValues());
    }
}
