package dev.ringline.notification.rules.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of registrations keeps. */
public abstract class DeviceStoreContract {

    private final String test = UUID.randomUUID().toString();
    private final String alice = "alice-" + test;
    private final String bob = "bob-" + test;
    private final Device phone = Registrations.android("phone", "token-" + test);

    protected abstract DeviceStore store();

    @Test
    void knowsNothingOfAStranger() {
        assertThat(store().of(alice)).isEqualTo(UserDevices.none(alice));
    }

    @Test
    void keepsWholeDevices() {
        // Given
        Device pruned = new Device(
                "tablet",
                Platform.ANDROID,
                "app",
                null,
                Credentials.NONE,
                "hardware",
                null,
                null,
                Registrations.AT,
                new Pruned(Pruned.MOVED, Registrations.AT.truncatedTo(ChronoUnit.MILLIS)));
        var devices = List.of(
                Registrations.apple("phone", "voip-" + test, "push-" + test),
                Registrations.browser("browser", "https://push.example/" + test),
                pruned);
        // When
        boolean stored = store().store(new UserDevices(alice, 1, devices));
        // Then
        assertThat(stored).isTrue();
        assertThat(store().of(alice)).isEqualTo(new UserDevices(alice, 1, devices));
    }

    @Test
    void letsNobodyOverwriteWhatHeHasNotSeen() {
        // Given
        store().store(new UserDevices(alice, 1, List.of(phone)));
        store().store(new UserDevices(alice, 2, List.of()));
        // When
        boolean again = store().store(new UserDevices(alice, 2, List.of(phone)));
        // Then
        assertThat(again).isFalse();
        assertThat(store().of(alice).devices()).isEmpty();
    }

    @Test
    void letsNobodyBeFirstTwice() {
        // Given
        store().store(new UserDevices(alice, 1, List.of(phone)));
        // When
        boolean again = store().store(new UserDevices(alice, 1, List.of()));
        // Then
        assertThat(again).isFalse();
        assertThat(store().of(alice).devices()).containsExactly(phone);
    }

    @Test
    void givesATokenToOneUserOnly() {
        // Given
        store().store(new UserDevices(alice, 1, List.of(phone)));
        // When
        boolean shared = store().store(new UserDevices(bob, 1, List.of(phone)));
        // Then
        assertThat(shared).isFalse();
        assertThat(store().holdersOf(phone.credentials().hashes()))
                .extracting(UserDevices::userId)
                .containsExactly(alice);
    }

    @Test
    void givesAFreedTokenToTheNext() {
        // Given
        store().store(new UserDevices(alice, 1, List.of(phone)));
        store().store(new UserDevices(alice, 2, List.of()));
        // When
        boolean stored = store().store(new UserDevices(bob, 1, List.of(phone)));
        // Then
        assertThat(stored).isTrue();
        assertThat(store().holdersOf(phone.credentials().hashes()))
                .extracting(UserDevices::userId)
                .containsExactly(bob);
    }

    @Test
    void letsManyUsersHaveNoToken() {
        // Given
        store().store(new UserDevices(alice, 1, List.of()));
        // When
        boolean stored = store().store(new UserDevices(bob, 1, List.of()));
        // Then
        assertThat(stored).isTrue();
        assertThat(store().holdersOf(Set.of("none"))).isEmpty();
    }
}
