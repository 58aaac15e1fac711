package dev.ringline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.e2e.phone.Pair;
import dev.ringline.e2e.world.Haystack;
import dev.ringline.e2e.world.OnTheStack;
import dev.ringline.e2e.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Searches all that the tests of this run left behind for what nobody may read there. */
@OnTheStack
@Order(Integer.MAX_VALUE)
class SecretsE2E {

    private final World world;

    @AutoClose
    private final Pair pair;

    SecretsE2E(World world) {
        this.world = world;
        pair = world.strangers();
    }

    @Test
    void noSecretCanBeReadInKafkaInMongodbOrInALog() throws IOException {
        // Given
        var callId = pair.talking();
        pair.alice().awaitFrame("call.ready", callId);
        var secrets = new LinkedHashMap<>(keys());
        secrets.put("alice's join token", signature(pair.alice().call(callId).joinToken()));
        secrets.put("bob's join token", signature(pair.bob().call(callId).joinToken()));
        secrets.put("alice's bearer token", signature(pair.alice().token()));
        pair.alice().end(callId).expect(200);
        pair.alice().awaitFrame("message.created", callId);

        // When
        var haystack = Haystack.of(world);

        // Then
        assertThat(secrets).allSatisfy((name, secret) -> {
            assertThat(secret).as(name).hasSizeGreaterThan(30);
            assertThat(haystack.placesOf(secret)).as(name).isEmpty();
        });
        assertThat(haystack.placesOf(callId))
                .as("what is there is found")
                .contains("kafka call-events", "mongodb call.calls", "mongodb local.oplog.rs", "log call-service.log");
    }

    private Map<String, String> keys() throws IOException {
        var json = JsonMapper.shared();
        var sealing = json.readTree(key("sealing-private.json"));
        return Map.of(
                "the provider's API token", key("realtimekit-api-token").strip(),
                "the identity provider's key",
                        json.readTree(key("identity.json")).path("d").asString(""),
                "the key that opens join tokens",
                        sealing.path("key")
                                .path(0)
                                .path("keyData")
                                .path("value")
                                .asString(""));
    }

    private String key(String name) throws IOException {
        return Files.readString(world.home().key(name));
    }

    /** The part of a JWT that nobody can make up, and without which the rest is worth nothing. */
    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
