package dev.ringline.notification.rules.user;

/** What is known of a user. */
public record KnownUser(Profile profile, Preferences preferences) {

    /** Nothing. */
    public static final KnownUser STRANGER = new KnownUser(Profile.UNKNOWN, Preferences.NONE);
}
