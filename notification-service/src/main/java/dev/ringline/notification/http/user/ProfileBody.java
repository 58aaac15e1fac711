package dev.ringline.notification.http.user;

import dev.ringline.http.InvalidField;
import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;
import dev.ringline.notification.rules.user.Profile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the app's backend says that a user is called. */
record ProfileBody(@Nullable String displayName, @Nullable String avatarUrl) {

    Profile toProfile() {
        List<InvalidField> errors = new ArrayList<>();
        if (displayName != null && !Profile.isName(displayName)) {
            errors.add(new InvalidField(
                    "displayName", "must be 1 to 128 characters without control characters and outer spaces"));
        }
        if (avatarUrl != null && !Profile.isPicture(avatarUrl)) {
            errors.add(new InvalidField("avatarUrl", "must be an http or https address of at most 1024 characters"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
        return new Profile(displayName, avatarUrl);
    }
}
