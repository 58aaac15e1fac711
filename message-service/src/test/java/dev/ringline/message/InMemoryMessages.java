package dev.ringline.message;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Messages without a database; {@link MessagesContract} holds it to what MongoDB does. */
public final class InMemoryMessages implements Messages {

    private record Kept(SystemMessage message, Fingerprint source) {}

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    @Override
    public Optional<Fingerprint> keep(SystemMessage message, Fingerprint source) {
        return Optional.ofNullable(kept.putIfAbsent(message.messageId(), new Kept(message, source)))
                .map(Kept::source);
    }

    @Override
    public Optional<SystemMessage> find(String messageId, String participant) {
        return Optional.ofNullable(kept.get(messageId)).map(Kept::message).filter(visibleTo(participant));
    }

    @Override
    public List<SystemMessage> list(Selection selection) {
        return kept.values().stream()
                .map(Kept::message)
                .filter(visibleTo(selection.participant()))
                .filter(message -> selection.conversationId() == null
                        || selection.conversationId().equals(message.conversationId()))
                .filter(message ->
                        selection.before() == null || message.position().compareTo(selection.before()) < 0)
                .sorted(Comparator.comparing(SystemMessage::position).reversed())
                .limit(selection.limit())
                .toList();
    }

    @Override
    public long replaceUser(String userId, String tombstone) {
        List<Kept> naming = kept.values().stream()
                .filter(one -> one.message().call().callerId().equals(userId)
                        || one.message().call().calleeId().equals(userId))
                .toList();
        naming.forEach(one -> kept.put(one.message().messageId(), without(one.message(), userId, tombstone)));
        return naming.size();
    }

    private static Kept without(SystemMessage message, String userId, String tombstone) {
        CallLine call = message.call();
        SystemMessage anonymous = new SystemMessage(
                message.conversationId(),
                message.participants().stream()
                        .map(user -> user.equals(userId) ? tombstone : user)
                        .toList(),
                call.between(
                        call.callerId().equals(userId) ? tombstone : call.callerId(),
                        call.calleeId().equals(userId) ? tombstone : call.calleeId()));
        return new Kept(anonymous, Fingerprint.ERASED);
    }

    private static Predicate<SystemMessage> visibleTo(String participant) {
        return message -> message.participants().contains(participant);
    }
}
