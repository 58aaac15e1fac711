package dev.ringline.notification.rules.device;

import static dev.ringline.notification.rules.device.Registrations.AT;
import static dev.ringline.notification.rules.device.Registrations.android;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DevicesTest {

    private final InMemoryDevices store = new InMemoryDevices();
    private final List<String> ended = new ArrayList<>();
    private final Devices devices = new Devices(store, (user, device) -> ended.add(user + "/" + device), 3);

    @Test
    void putsARotatedTokenInThePlaceOfTheOldOne() {
        // Given
        devices.register("bob", android("phone", "old"));
        // When
        devices.register("bob", android("phone", "new"));
        // Then
        assertThat(devices.of("bob").devices()).containsExactly(android("phone", "new"));
        assertThat(store.holdersOf(List.of(Credentials.hash("old")))).isEmpty();
    }

    @Test
    void takesATokenFromTheUserWhoHadItBefore() {
        // Given
        devices.register("alice", android("phone", "token"));
        // When
        devices.register("bob", android("phone", "token", null, AT.plusSeconds(60)));
        // Then
        assertThat(devices.of("alice").reachable()).isEmpty();
        assertThat(devices.of("alice").devices())
                .extracting(Device::pruned)
                .containsExactly(new Pruned("moved", AT.plusSeconds(60)));
        assertThat(devices.of("bob").reachable()).hasSize(1);
    }

    @Test
    void takesATokenFromAnotherDeviceOfTheSameUser() {
        // Given
        devices.register("bob", android("before-reinstalling", "token"));
        // When
        devices.register("bob", android("after-reinstalling", "token"));
        // Then
        assertThat(devices.of("bob").reachable()).extracting(Device::deviceId).containsExactly("after-reinstalling");
        assertThat(devices.of("bob").find("before-reinstalling"))
                .hasValueSatisfying(device -> assertThat(device.pruned()).isEqualTo(new Pruned("moved", AT)));
    }

    @Test
    void leavesTheOtherTokenOfADeviceInItsPlace() {
        // Given
        devices.register("bob", Registrations.apple("phone", "voip", "push"));
        // When
        devices.prune("bob", Credentials.hash("voip"), new Pruned("Unregistered", AT));
        // Then
        Device phone = devices.of("bob").devices().getFirst();
        assertThat(phone.credentials()).isEqualTo(new Credentials(null, "push", null));
        assertThat(phone.pruned()).isEqualTo(new Pruned("Unregistered", AT));
    }

    @Test
    void movesTheDeviceThatHoldsTheTokenToAnotherEnvironment() {
        // Given
        devices.register("bob", Registrations.apple("phone", "voip", "push"));
        devices.register("bob", Registrations.apple("tablet", "voip-2", "push-2"));
        // When
        devices.found("bob", Credentials.hash("voip"), Environment.PRODUCTION);
        devices.found("bob", Credentials.hash("unknown"), Environment.PRODUCTION);
        // Then
        assertThat(devices.of("bob").devices())
                .extracting(Device::environment)
                .containsExactly(Environment.PRODUCTION, Environment.SANDBOX);
    }

    @Test
    void prunesNoTokenThatCameInThePlaceOfTheOneThatIsGone() {
        // Given
        devices.register("bob", android("phone", "old"));
        devices.register("bob", android("phone", "new"));
        // When
        devices.prune("bob", Credentials.hash("old"), new Pruned("UNREGISTERED", AT));
        // Then
        assertThat(devices.of("bob").devices()).containsExactly(android("phone", "new"));
    }

    @Test
    void forgetsWhyATokenWasPrunedOnceThereIsAnother() {
        // Given
        devices.register("bob", android("phone", "old"));
        devices.prune("bob", Credentials.hash("old"), new Pruned("UNREGISTERED", AT));
        // When
        devices.register("bob", android("phone", "new"));
        // Then
        assertThat(devices.of("bob").devices()).containsExactly(android("phone", "new"));
    }

    @Test
    void ringsAPhoneOnceThatIsRegisteredTwice() {
        // Given
        devices.register("bob", android("beta", "token-1", "hardware", AT.plusSeconds(9)));
        devices.register("bob", android("stable", "token-2", "hardware", AT));
        devices.register("bob", android("tablet", "token-3"));
        // When
        var reachable = devices.of("bob").reachable();
        // Then
        assertThat(reachable).extracting(Device::deviceId).containsExactly("beta", "tablet");
    }

    @Test
    void refusesTheNextWhenThereAreEnough() {
        // Given
        IntStream.range(0, 3).forEach(n -> devices.register("bob", android("device-" + n, "token-" + n)));
        // When
        var refusal = assertThatThrownBy(() -> devices.register("bob", android("device-3", "token-3")));
        // Then
        refusal.isInstanceOfSatisfying(
                TooManyDevicesException.class,
                tooMany -> assertThat(tooMany.most()).isEqualTo(3));
        assertThat(devices.of("bob").devices()).hasSize(3);
    }

    @Test
    void putsOneThatCanBeReachedInThePlaceOfOneThatCannot() {
        // Given
        IntStream.range(0, 3).forEach(n -> devices.register("bob", android("device-" + n, "token-" + n)));
        devices.prune("bob", Credentials.hash("token-2"), new Pruned("UNREGISTERED", AT));
        devices.prune("bob", Credentials.hash("token-1"), new Pruned("UNREGISTERED", AT.plusSeconds(1)));
        // When
        devices.register("bob", android("device-3", "token-3"));
        // Then
        assertThat(devices.of("bob").devices())
                .extracting(Device::deviceId)
                .containsExactly("device-0", "device-1", "device-3");
    }

    @Test
    void keepsTheLimitWhenManyRegisterAtOnce() throws Exception {
        // Given
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> attempts = IntStream.range(0, 20)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        return registers("device-" + n);
                    }))
                    .toList();
            // When
            start.countDown();
            // Then
            assertThat(attempts).map(Future::get).filteredOn(done -> done).hasSize(3);
        }
        assertThat(devices.of("bob").devices()).hasSize(3);
    }

    @Test
    void endsTheStreamOfADeviceThatIsDeregistered() {
        // Given
        devices.register("bob", android("phone", "token"));
        // When
        List<String> gone = devices.deregister("bob", "phone");
        // Then
        assertThat(gone).containsExactly("phone");
        assertThat(ended).containsExactly("bob/phone");
        assertThat(devices.of("bob").devices()).isEmpty();
    }

    @Test
    void endsTheStreamOfADeviceThatWasNeverRegistered() {
        // When
        List<String> gone = devices.deregister("bob", "phone");
        // Then
        assertThat(gone).isEmpty();
        assertThat(ended).containsExactly("bob/phone");
    }

    @Test
    void logsAUserOutEverywhere() {
        // Given
        devices.register("bob", android("phone", "token-1"));
        devices.register("bob", android("tablet", "token-2"));
        // When
        List<String> gone = devices.deregister("bob", null);
        // Then
        assertThat(gone).containsExactly("phone", "tablet");
        assertThat(ended).containsExactly("bob/null");
    }

    @Test
    void showsNoTokenInWords() {
        // Given
        devices.register("bob", Registrations.apple("phone", "secret-1", "secret-2"));
        devices.register("bob", Registrations.browser("browser", "https://push.example/secret-3"));
        // When
        String words = devices.of("bob").toString();
        // Then
        assertThat(words).contains("phone", "browser").doesNotContain("secret");
    }

    private boolean registers(String device) {
        try {
            devices.register("bob", android(device, "token of " + device));
            return true;
        } catch (TooManyDevicesException e) {
            return false;
        }
    }
}
