package dev.ringline.e2e.attack;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.e2e.phone.Http;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.World;
import dev.ringline.local.Service;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every operation of every OpenAPI document, each service by its own door and through the gateway: no answer is a failure of
 * ours, none is undescribed, each refusal is a problem with a code.
 */
@OnTheStack
class GeneratedAttackE2E {

    private static final int ENOUGH = 20;

    private final World world;
    private final List<ConsumerRecord<String, byte[]>> deadLetters;

    GeneratedAttackE2E(World world) {
        this.world = world;
        deadLetters = world.deadLetters();
    }

    @ParameterizedTest
    @CsvSource({
        "call-service,         CALL_SERVICE",
        "call-service,         API_GATEWAY",
        "message-service,      MESSAGE_SERVICE",
        "message-service,      API_GATEWAY",
        "notification-service, NOTIFICATION_SERVICE",
        "notification-service, API_GATEWAY"
    })
    void answersWhateverIsSentAsItIsDescribed(String document, Service door) {
        // Given
        var description = world.home().root().resolve("contracts/src/main/resources/openapi/" + document + ".yaml");
        var target = world.service(door).base();
        var attack = new Attack(document + "-at-" + door.module(), description, target, tokens());

        // When
        var findings = attack.run();

        // Then
        assertThat(findings.failures()).as(findings.output()).isEmpty();
        assertThat(findings.errors()).as(findings.output()).isEmpty();
        assertThat(findings.requests()).isGreaterThan(ENOUGH);
    }

    @AfterEach
    void othersCanCallAsBefore() {
        try (var pair = world.strangers()) {
            var callId = pair.talking();
            pair.alice().end(callId).expect(200);
            pair.bob().awaitFrame("message.created", callId);
        }
        assertThat(world.deadLetters()).isEqualTo(deadLetters);
    }

    private Map<String, String> tokens() {
        return Stream.of("attack-a", "attack-b", "attack-c")
                .collect(toMap(UnaryOperator.identity(), user -> token(user, user.endsWith("a"))));
    }

    private String token(String user, boolean admin) {
        var scope = admin ? "&scope=ringline.admin" : "";
        return Http.to(world.addresses().identityProvider())
                .get("/token?user=" + user + scope)
                .expect(200)
                .body();
    }
}
