package dev.ringline.notification.http.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ringline.http.OpaqueIdRule;
import dev.ringline.notification.http.erasure.ErasureGuard;
import dev.ringline.notification.rules.user.Profile;
import dev.ringline.notification.rules.user.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Names, as the app's backend tells them. */
@RestController
@RequestMapping("/v1/admin/users/{userId}")
final class UserController {

    private final Users users;
    private final ErasureGuard erased;

    UserController(Users users, ErasureGuard erased) {
        this.users = users;
        this.erased = erased;
    }

    /** What is kept now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProfileView(
            String userId,
            @Nullable String displayName,
            @Nullable String avatarUrl) {}

    @PutMapping
    ProfileView name(@PathVariable String userId, @RequestBody ProfileBody body) {
        Profile profile = body.toProfile();
        erased.unlessErased(OpaqueIdRule.require("userId", userId), () -> users.nameForGood(userId, profile));
        return new ProfileView(userId, profile.displayName(), profile.avatarUrl());
    }
}
