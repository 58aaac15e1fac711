package dev.ringline.call.mongo;

import dev.ringline.call.Users;
import dev.ringline.duework.DocumentStore;
import dev.ringline.messaging.EncodedEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** The users in MongoDB. */
final class MongoUsers implements Users {

    private static final int MOST_ATTEMPTS = 20;

    private final DocumentStore<UserDocument> store;
    private final Function<Fact, EncodedEvent> events;
    private final InstantSource clock;

    MongoUsers(DocumentStore<UserDocument> store, Function<Fact, EncodedEvent> events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Instant seenUpTo(String userId) {
        return store.find(UserDocument.idOf(userId))
                .flatMap(user -> Optional.ofNullable(user.seenUpTo()))
                .orElse(Instant.EPOCH);
    }

    @Override
    public void markSeen(String userId, Instant upTo) {
        Instant now = clock.instant();
        change(
                userId,
                user -> {
                    boolean known = user.seenUpTo() != null && !upTo.isAfter(user.seenUpTo());
                    return known ? Optional.empty() : Optional.of(user.seen(upTo));
                },
                next -> new Fact.Seen(userId, next.sequence(), upTo, now));
    }

    @Override
    public void erase(String userId) {
        Instant now = clock.instant();
        String tombstone = "erased-" + UUID.randomUUID();
        change(
                userId,
                user -> Optional.of(user.erased(userId, user.tombstone() == null ? tombstone : user.tombstone(), now)),
                next -> new Fact.Erased(userId, next.sequence(), now));
    }

    /** What is left to do of an erasure is done. */
    void buried(UserDocument user) {
        store.compareAndSet(user.buried(), user.version(), List.of());
    }

    private void change(
            String userId, Function<UserDocument, Optional<UserDocument>> decide, Function<UserDocument, Fact> tell) {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            UserDocument user = store.find(UserDocument.idOf(userId)).orElseGet(() -> UserDocument.unknown(userId));
            Optional<UserDocument> next = decide.apply(user);
            if (next.isEmpty() || stored(user, next.get(), events.apply(tell.apply(next.get())))) {
                return;
            }
        }
        throw new ConcurrencyFailureException("Others always wrote first about one user");
    }

    private boolean stored(UserDocument before, UserDocument next, EncodedEvent event) {
        if (before.version() > 0) {
            return store.compareAndSet(next, before.version(), List.of(event));
        }
        try {
            store.insert(next, List.of(event));
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }
}
