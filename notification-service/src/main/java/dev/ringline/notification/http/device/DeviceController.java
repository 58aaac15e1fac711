package dev.ringline.notification.http.device;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.http.Caller;
import dev.ringline.http.OpaqueIdRule;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.http.erasure.ErasureGuard;
import dev.ringline.notification.rules.device.BrowserKey;
import dev.ringline.notification.rules.device.Device;
import dev.ringline.notification.rules.device.Devices;
import dev.ringline.notification.rules.device.TooManyDevicesException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Devices for those who have them, and for the app's backend. */
@RestController
@RequestMapping("/v1")
final class DeviceController {

    private final Devices devices;
    private final DeviceReading reading;
    private final ErasureGuard erased;
    private final @Nullable String vapidPublicKey;
    private final InstantSource clock;

    DeviceController(
            Devices devices, DeviceReading reading, ErasureGuard erased, BrowserKey browserKey, InstantSource clock) {
        this.devices = devices;
        this.reading = reading;
        this.erased = erased;
        this.vapidPublicKey = browserKey.vapidPublicKey();
        this.clock = clock;
    }

    /** Some devices. */
    record Listing(List<DeviceView> items) {}

    /** The ids of those that were registered and are not any more. */
    record Deregistered(List<String> deregistered) {}

    /** What a client needs to know before it asks its platform for a token. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PushConfig(@Nullable String vapidPublicKey) {}

    @PutMapping("/devices/{deviceId}")
    DeviceView register(Caller caller, @PathVariable String deviceId, @RequestBody DeviceBody body) {
        Device device = reading.read(deviceId, body, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            erased.unlessErased(caller.userId(), () -> devices.register(caller.userId(), device));
        } catch (TooManyDevicesException e) {
            throw new ProblemException(Problem.of(
                    409, "too-many-devices", "Deregister a device first: a user has %d at most.".formatted(e.most())));
        }
        return DeviceView.of(device);
    }

    @GetMapping("/devices")
    Listing list(Caller caller) {
        return new Listing(devices.of(caller.userId()).devices().stream()
                .map(DeviceView::of)
                .toList());
    }

    @DeleteMapping("/devices/{deviceId}")
    Deregistered deregister(Caller caller, @PathVariable String deviceId) {
        return deregistered(caller.userId(), OpaqueIdRule.require("deviceId", deviceId));
    }

    @DeleteMapping("/admin/users/{userId}/devices")
    Deregistered deregisterAll(@PathVariable String userId) {
        return deregistered(OpaqueIdRule.require("userId", userId), null);
    }

    @DeleteMapping("/admin/users/{userId}/devices/{deviceId}")
    Deregistered deregister(@PathVariable String userId, @PathVariable String deviceId) {
        return deregistered(OpaqueIdRule.require("userId", userId), OpaqueIdRule.require("deviceId", deviceId));
    }

    @GetMapping("/push-config")
    PushConfig pushConfig() {
        return new PushConfig(vapidPublicKey);
    }

    private Deregistered deregistered(String userId, @Nullable String deviceId) {
        return new Deregistered(devices.deregister(userId, deviceId));
    }
}
