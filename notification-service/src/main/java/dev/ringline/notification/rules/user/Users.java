package dev.ringline.notification.rules.user;

import java.util.Collection;
import java.util.Map;

/** Where it is kept what is known of users. */
public interface Users {

    /** What is known of each; {@link KnownUser#STRANGER} stands for those of whom nothing is. One question to the store. */
    Map<String, KnownUser> of(Collection<String> userIds);

    /**
     * Keeps the profile that a token of the user told, unless the app's backend has told one.
     *
     * @return whether it is kept now, or was before
     */
    boolean name(String userId, Profile profile);

    /** Keeps the profile that the app's backend told; {@link Profile#UNKNOWN} leaves it to the tokens again. */
    void nameForGood(String userId, Profile profile);

    /** Keeps what the user wishes. */
    void prefer(String userId, Preferences preferences);
}
