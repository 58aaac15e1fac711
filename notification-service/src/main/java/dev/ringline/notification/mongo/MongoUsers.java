package dev.ringline.notification.mongo;

import static java.util.stream.Collectors.toMap;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import dev.ringline.notification.rules.erasure.PersonalData;
import dev.ringline.notification.rules.user.KnownUser;
import dev.ringline.notification.rules.user.Preferences;
import dev.ringline.notification.rules.user.Profile;
import dev.ringline.notification.rules.user.Users;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Update;

/** What is known of users, in MongoDB. */
final class MongoUsers implements Users, PersonalData {

    private static final String ID = "_id";
    private static final String PROFILE = "profile";
    private static final String PREFERENCES = "preferences";
    private static final String MUTED = "preferences.mutedUsers";
    private static final String NAMED = "named";

    private final MongoTemplate mongo;

    MongoUsers(MongoTemplate mongo) {
        this.mongo = mongo;
    }

    @Override
    public Map<String, KnownUser> of(Collection<String> userIds) {
        Map<String, KnownUser> known = mongo.find(query(where(ID).in(userIds)), UserDocument.class).stream()
                .collect(toMap(UserDocument::id, UserDocument::toUser));
        return Set.copyOf(userIds).stream()
                .collect(toMap(user -> user, user -> known.getOrDefault(user, KnownUser.STRANGER)));
    }

    @Override
    public boolean name(String userId, Profile profile) {
        Update update = new Update().set(PROFILE, profile).setOnInsert(NAMED, false);
        try {
            mongo.upsert(query(where(ID).is(userId).and(NAMED).ne(true)), update, UserDocument.class);
            return true;
        } catch (DuplicateKeyException e) {
            return false; // named by the backend, or just now by another token, which comes to the same
        }
    }

    @Override
    public void nameForGood(String userId, Profile profile) {
        boolean known = !profile.equals(Profile.UNKNOWN);
        Update update = known ? new Update().set(PROFILE, profile) : new Update().unset(PROFILE);
        mongo.upsert(query(where(ID).is(userId)), update.set(NAMED, known), UserDocument.class);
    }

    @Override
    public void prefer(String userId, Preferences preferences) {
        Update update = new Update()
                .set(PREFERENCES, PreferencesDocument.of(preferences))
                .setOnInsert(NAMED, false);
        mongo.upsert(query(where(ID).is(userId)), update, UserDocument.class);
    }

    @Override
    public void forget(String userId, String tombstone) {
        mongo.remove(query(where(ID).is(userId)), UserDocument.class);
        mongo.updateMulti(query(where(MUTED).is(userId)), new Update().pull(MUTED, userId), UserDocument.class);
    }
}
