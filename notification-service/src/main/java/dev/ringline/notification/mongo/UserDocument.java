package dev.ringline.notification.mongo;

import dev.ringline.notification.rules.user.KnownUser;
import dev.ringline.notification.rules.user.Preferences;
import dev.ringline.notification.rules.user.Profile;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is known of a user.
 *
 * @param profile absent while nobody told any
 * @param named the app's backend told the profile
 * @param preferences absent while the user told none
 */
@Document(UserDocument.COLLECTION)
record UserDocument(
        @Id String id,
        @Nullable Profile profile,
        boolean named,
        @Nullable PreferencesDocument preferences) {

    static final String COLLECTION = "users";

    KnownUser toUser() {
        return new KnownUser(
                profile == null ? Profile.UNKNOWN : profile,
                preferences == null ? Preferences.NONE : preferences.toPreferences());
    }
}
