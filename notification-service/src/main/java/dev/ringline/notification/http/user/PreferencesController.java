package dev.ringline.notification.http.user;

import dev.ringline.http.Caller;
import dev.ringline.notification.http.erasure.ErasureGuard;
import dev.ringline.notification.rules.user.KnownUser;
import dev.ringline.notification.rules.user.Preferences;
import dev.ringline.notification.rules.user.Users;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a user wishes to be alerted, for himself alone. */
@RestController
@RequestMapping("/v1/preferences")
final class PreferencesController {

    private final Users users;
    private final ErasureGuard erased;

    PreferencesController(Users users, ErasureGuard erased) {
        this.users = users;
        this.erased = erased;
    }

    @GetMapping
    PreferencesBody get(Caller caller) {
        String userId = caller.userId();
        return PreferencesBody.of(users.of(List.of(userId))
                .getOrDefault(userId, KnownUser.STRANGER)
                .preferences());
    }

    @PutMapping
    PreferencesBody put(Caller caller, @RequestBody PreferencesBody body) {
        Preferences preferences = PreferencesReading.read(body);
        erased.unlessErased(caller.userId(), () -> users.prefer(caller.userId(), preferences));
        return PreferencesBody.of(preferences);
    }
}
