package dev.ringline.benchmarks.world;

import static java.util.Objects.requireNonNull;

import com.mongodb.client.model.Filters;
import dev.ringline.benchmarks.world.Users.Pair;
import dev.ringline.local.machine.Condition;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;

/**
 * A call as call-service itself stored it, to make many more like it: their shape is the real one, whatever release this
 * is.
 */
public final class CallTemplate {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AtomicInteger TEMPLATES = new AtomicInteger();

    private final Document document;

    private CallTemplate(Document document) {
        this.document = document;
    }

    /** A call that was answered and ended, and of which all has been told. */
    public static CallTemplate completed(World world) {
        Pair pair = newPair();
        String callId = world.calls().dial(pair).callId();
        world.calls().answer(pair, callId);
        world.calls().end(pair, callId);
        return told(world, callId);
    }

    /** A call that its callee missed. */
    public static CallTemplate missed(World world) {
        Pair pair = newPair();
        String callId = world.calls().dial(pair).callId();
        world.calls().end(pair, callId);
        return told(world, callId);
    }

    /** A call that rings, and of which all has been told. */
    public static CallTemplate ringing(World world) {
        Pair pair = newPair();
        String callId = world.calls().dial(pair).callId();
        CallTemplate template = told(world, callId);
        world.calls().end(pair, callId);
        return template;
    }

    /** A call that was dialled while the broker is away: its event waits in the document. */
    public static CallTemplate untold(World world) {
        String callId = world.calls().dial(newPair()).callId();
        Document stored = stored(world, callId);
        if (!stored.containsKey("pending")) {
            throw new IllegalStateException("The broker is not away: the event of the template was published");
        }
        return new CallTemplate(stored);
    }

    /** Nothing is due for it before {@code later}. */
    public CallTemplate dueAt(Instant later) {
        Document changed = new Document(document);
        List.of("nextDeadline", "leaseDue", "ringDeadline")
                .forEach(field -> changed.computeIfPresent(field, (name, due) -> Date.from(later)));
        return new CallTemplate(changed);
    }

    /** Its events wait since {@code since} and are due. */
    public CallTemplate waitingSince(Instant since) {
        return new CallTemplate(
                new Document(document).append("pendingSince", Date.from(since)).append("pendingDue", Date.from(since)));
    }

    /** Another call like it, of other users, at another time. */
    public Document like(String kind, int number, Pair pair, Instant createdAt) {
        Map<String, String> names = new HashMap<>();
        names.put(document.getString("_id"), id(kind, number, 0x7000));
        names.put(document.getString("callerId"), pair.caller());
        names.put(document.getString("calleeId"), pair.callee());
        names.put(document.getString("conversationId"), "c-" + kind + number);
        for (Document event : document.getList("pending", Document.class, List.of())) {
            names.put(event.getString("id"), id(kind, number, 0x7001));
        }
        return Variation.of(document, names).append("createdAt", Date.from(createdAt));
    }

    /** In the order of their numbers, as ids of real calls are in the order of time. */
    private static String id(String kind, int number, int variant) {
        return "%08x-0000-%04x-8000-%012x".formatted(kind.hashCode(), variant, number);
    }

    private static CallTemplate told(World world, String callId) {
        if (!Condition.within(PATIENCE, () -> !stored(world, callId).containsKey("pending"))) {
            throw new IllegalStateException("Nobody published the events of call " + callId);
        }
        return new CallTemplate(stored(world, callId));
    }

    private static Document stored(World world, String callId) {
        return requireNonNull(world.rawDatabase(World.CALLS)
                .getCollection("calls")
                .find(Filters.eq("_id", callId))
                .first());
    }

    private static Pair newPair() {
        return Pair.of("template", TEMPLATES.incrementAndGet());
    }
}
