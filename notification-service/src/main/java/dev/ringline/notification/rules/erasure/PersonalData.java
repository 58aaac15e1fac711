package dev.ringline.notification.rules.erasure;

/** Some of what is kept of users. */
@FunctionalInterface
public interface PersonalData {

    /**
     * Forgets the user; again is harmless.
     *
     * @param tombstone stands in the place of the id where something has to stay
     */
    void forget(String userId, String tombstone);
}
