package dev.ringline.notification.rules.device;

import java.util.Collection;
import java.util.List;

/** Where registrations are kept. A token is in one user's registrations at most. */
public interface DeviceStore {

    /** What is stored of the user, {@link UserDevices#none} for a stranger. */
    UserDevices of(String userId);

    /** Those who hold any of the tokens. */
    List<UserDevices> holdersOf(Collection<String> tokenHashes);

    /**
     * Stores the registrations of a user.
     *
     * @param next its version is one more than that of what it was made from
     * @return false if somebody else was first, or another user holds one of the tokens
     */
    boolean store(UserDevices next);
}
