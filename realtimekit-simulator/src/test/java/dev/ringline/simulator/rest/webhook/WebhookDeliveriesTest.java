package dev.ringline.simulator.rest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ringline.simulator.Receiver;
import dev.ringline.simulator.Receiver.Received;
import dev.ringline.simulator.SimulatorClient;
import dev.ringline.simulator.SimulatorClient.Answer;
import dev.ringline.simulator.SimulatorTest;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SimulatorTest
class WebhookDeliveriesTest {

    private final SimulatorClient client;
    private final Receiver receiver = new Receiver();
    private String meeting = "";
    private String webhook = "";

    WebhookDeliveriesTest(SimulatorClient client) {
        this.client = client;
    }

    @BeforeEach
    void listen() {
        client.control("POST", "/reset");
        meeting = client.meeting();
        webhook = client.kit(
                        "POST",
                        "/webhooks",
                        "{\"name\":\"all\",\"url\":\"" + receiver.url() + "\",\"events\":[\"meeting.started\","
                                + "\"meeting.participantJoined\",\"meeting.participantLeft\",\"meeting.ended\"]}")
                .text("/data/id");
    }

    @AfterEach
    void stop() {
        client.control("POST", "/reset");
        receiver.close();
    }

    @Test
    void tellsOfAWholeCall() {
        // Given
        Answer alice = join("alice");
        client.control("DELETE", "/peers/" + alice.text("/peerId"));
        // When
        client.control("POST", "/clock/advance", "{\"seconds\":60}");
        // Then
        awaitReceived(4);
        assertThat(receiver.events())
                .containsExactly(
                        "meeting.started", "meeting.participantJoined", "meeting.participantLeft", "meeting.ended");
        assertThat(receiver.received()).allSatisfy(one -> {
            assertThat(one.webhookId()).isEqualTo(webhook);
            assertThat(one.text("/meeting/id")).isEqualTo(meeting);
            assertThat(one.text("/meeting/sessionId")).isEqualTo(alice.text("/sessionId"));
            assertThat(client.kitPath()).endsWith(one.text("/meeting/organizedBy/id"));
        });
        assertThat(receiver.received().get(2).text("/participant/peerId")).isEqualTo(alice.text("/peerId"));
        assertThat(receiver.received().get(3).text("/reason")).isEqualTo("ALL_PARTICIPANTS_LEFT");
    }

    @Test
    void signsTheBytesThatItSends() throws Exception {
        // When
        join("alice");
        // Then
        awaitReceived(2);
        Received received = receiver.received().getFirst();
        assertThat(verifies(received, publishedKey())).isTrue();
        received.body()[10] ^= 1;
        assertThat(verifies(received, publishedKey())).isFalse();
    }

    @Test
    void signsWithAnotherKeyOnceItIsRotated() throws Exception {
        // Given
        String before = publishedKey();
        // When
        client.control("POST", "/webhook-key/rotate");
        // Then
        join("alice");
        awaitReceived(2);
        assertThat(verifies(receiver.received().getFirst(), before)).isFalse();
        assertThat(verifies(receiver.received().getFirst(), publishedKey())).isTrue();
    }

    @Test
    void tellsOfALeaveThatDidNotHappen() {
        // Given
        String peer = join("alice").text("/peerId");
        // When
        client.control("POST", "/peers/" + peer + "/phantom-leave");
        // Then
        awaitReceived(3);
        assertThat(receiver.events()).endsWith("meeting.participantLeft");
        assertThat(client.kit("GET", "/meetings/" + meeting + "/active-session").status())
                .isEqualTo(200);
    }

    @Test
    void sendsAnyBodyOnOrder() {
        // When
        client.control("POST", "/webhook-events", "{\"event\":\"meeting.invented\",\"x\":1}");
        // Then
        awaitReceived(1);
        assertThat(new String(receiver.received().getFirst().body()))
                .isEqualTo("{\"event\":\"meeting.invented\",\"x\":1}");
    }

    @Test
    void sendsFieldsThatNobodyKnowsOnOrder() {
        // Given
        Answer set = client.control("PUT", "/webhook-faults", "{\"unknownFields\":true,\"duplicate\":1,\"seed\":3}");
        // When
        join("alice");
        // Then
        awaitReceived(4);
        assertThat(set.at("/duplicate").doubleValue()).isEqualTo(1);
        assertThat(receiver.received().getFirst().text("/newField/value")).isEqualTo("1");
    }

    @Test
    void showsWhatItSent() {
        // Given
        join("alice");
        awaitReceived(2);
        // When
        Answer answer = client.control("GET", "/deliveries");
        // Then
        assertThat(answer.at("").size()).isEqualTo(2);
        assertThat(answer.text("/0/webhookId")).isEqualTo(webhook);
        String repeat = "/deliveries/" + answer.text("/0/uuid") + "/repeat";
        assertThat(client.control("POST", repeat).status()).isEqualTo(202);
        awaitReceived(3);
    }

    @Test
    void tellsNothingToAWebhookThatIsOff() {
        // Given
        client.kit("PATCH", "/webhooks/" + webhook, "{\"enabled\":false}");
        join("alice");
        client.kit("PATCH", "/webhooks/" + webhook, "{\"enabled\":true}");
        // When
        join("bob");
        // Then
        awaitReceived(1);
        assertThat(receiver.events()).containsExactly("meeting.participantJoined");
    }

    private Answer join(String customId) {
        return client.join(client.participant(meeting, customId).text("/data/token"));
    }

    private void awaitReceived(int number) {
        await().atMost(Duration.ofSeconds(10)).until(() -> receiver.received().size() == number);
    }

    private String publishedKey() throws Exception {
        JsonNode answer = JsonMapper.shared()
                .readTree(client.send(client.request("GET", "/.well-known/webhooks.json"))
                        .body());
        assertThat(answer.propertyNames()).containsExactly("success", "data", "message");
        return answer.at("/data/publicKey").stringValue();
    }

    private static boolean verifies(Received received, String pem) throws Exception {
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----.*?-----", ""));
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(key)));
        check.update(received.body());
        return check.verify(Base64.getDecoder().decode(received.signature()));
    }
}
