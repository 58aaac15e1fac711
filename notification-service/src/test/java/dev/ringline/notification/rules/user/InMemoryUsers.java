package dev.ringline.notification.rules.user;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What is known of users, without a store; held to the same contract as the real one. */
public final class InMemoryUsers implements Users {

    private final Map<String, KnownUser> known = new ConcurrentHashMap<>();
    private final Set<String> named = ConcurrentHashMap.newKeySet();

    @Override
    public Map<String, KnownUser> of(Collection<String> userIds) {
        return userIds.stream()
                .distinct()
                .collect(toMap(user -> user, user -> known.getOrDefault(user, KnownUser.STRANGER)));
    }

    @Override
    public boolean name(String userId, Profile profile) {
        if (named.contains(userId)) {
            return false;
        }
        change(userId, user -> new KnownUser(profile, user.preferences()));
        return true;
    }

    @Override
    public void nameForGood(String userId, Profile profile) {
        change(userId, user -> new KnownUser(profile, user.preferences()));
        if (profile.equals(Profile.UNKNOWN)) {
            named.remove(userId);
        } else {
            named.add(userId);
        }
    }

    @Override
    public void prefer(String userId, Preferences preferences) {
        change(userId, user -> new KnownUser(user.profile(), preferences));
    }

    private void change(String userId, UnaryOperator<KnownUser> step) {
        known.compute(userId, (_, user) -> step.apply(user == null ? KnownUser.STRANGER : user));
    }
}
