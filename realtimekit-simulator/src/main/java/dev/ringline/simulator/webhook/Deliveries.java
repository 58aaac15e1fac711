package dev.ringline.simulator.webhook;

import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.Timers;
import dev.ringline.simulator.webhook.Delivery.Report;
import dev.ringline.simulator.webhook.Delivery.State;
import dev.ringline.simulator.webhook.DeliveryFaults.Dice;
import dev.ringline.simulator.webhook.DeliveryFaults.Fate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends events to webhooks: each webhook in the order of the events, one delivery after the other. A repeated attempt does
 * not hold up those that follow. Safe for use by several threads.
 */
public final class Deliveries implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int REMEMBERED = 1000;

    private final SimulatorClock clock;
    private final Timers timers;
    private final Scribe scribe;
    private final WebhookSettings settings;
    private final Postman postman;
    private final ExecutorService desk = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("deliveries").factory());
    private final Map<UUID, ExecutorService> lines = new ConcurrentHashMap<>();
    private final Map<UUID, Delivery> heldBack = new HashMap<>();
    private final Deque<Delivery> known = new ArrayDeque<>();
    private volatile Dice dice = new Dice(DeliveryFaults.NONE);

    public Deliveries(SimulatorClock clock, Timers timers, Scribe scribe, WebhookSettings settings) {
        this.clock = clock;
        this.timers = timers;
        this.scribe = scribe;
        this.settings = settings;
        this.postman = new Postman(settings.timeout());
    }

    /** Sends {@code body} to each of these; returns at once. */
    public void announce(List<Webhook> to, String event, Object body) {
        if (!to.isEmpty()) {
            desk.execute(() -> post(to, event, body));
        }
    }

    /** From the newest; the last thousand. */
    public List<Report> reports() {
        synchronized (known) {
            return known.stream().map(Delivery::report).toList();
        }
    }

    /** Sends once more what was sent before, byte for byte. */
    public boolean repeat(UUID uuid) {
        Optional<Delivery> delivery;
        synchronized (known) {
            delivery = known.stream().filter(one -> one.uuid().equals(uuid)).findFirst();
        }
        delivery.ifPresent(one -> inLine(one, one.uuid()));
        return delivery.isPresent();
    }

    public DeliveryFaults faults() {
        return dice.faults();
    }

    /** From the next event on; the dice start anew. */
    public void suffer(DeliveryFaults faults) {
        CompletableFuture.runAsync(() -> dice = new Dice(faults), desk).join();
    }

    /** Forgets what was sent, and every fault. */
    public void clear() {
        synchronized (known) {
            known.clear();
        }
        suffer(DeliveryFaults.NONE);
    }

    private void post(List<Webhook> to, String event, Object body) {
        byte[] bytes = scribe.write(body, dice.faults());
        String signature = scribe.sign(bytes);
        to.forEach(webhook -> decide(new Delivery(webhook, event, bytes, signature)));
    }

    private void decide(Delivery delivery) {
        Fate fate = dice.roll();
        if (fate.dropped()) {
            delivery.become(State.DROPPED, null);
        } else if (fate.delayed()) {
            later(dice.faults().delay(), () -> dispatch(delivery, fate));
        } else if (fate.reordered() && heldBack.putIfAbsent(delivery.webhook().id(), delivery) == null) {
            later(dice.faults().delay(), () -> desk.execute(() -> release(delivery, fate)));
        } else {
            dispatch(delivery, fate);
            Delivery held = heldBack.remove(delivery.webhook().id());
            if (held != null) {
                inLine(held, held.uuid());
            }
        }
        remember(delivery);
    }

    private void release(Delivery delivery, Fate fate) {
        if (heldBack.remove(delivery.webhook().id(), delivery)) {
            dispatch(delivery, fate);
        }
    }

    private void dispatch(Delivery delivery, Fate fate) {
        inLine(delivery, delivery.uuid());
        if (fate.duplicated()) {
            inLine(delivery, delivery.uuid());
        }
    }

    private void inLine(Delivery delivery, UUID uuid) {
        lines.computeIfAbsent(delivery.webhook().id(), _ -> line()).execute(() -> attempt(delivery, uuid));
    }

    private static ExecutorService line() {
        return Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("webhook").factory());
    }

    private void attempt(Delivery delivery, UUID uuid) {
        int attempt = delivery.begin();
        OptionalInt status = postman.send(delivery, uuid);
        State state = judge(status, attempt);
        if (state == State.PENDING) {
            UUID next = faults().newUuidOnRetry() ? UUID.randomUUID() : uuid;
            later(settings.delayAfter(attempt), () -> inLine(delivery, next));
        }
        delivery.become(state, status.isPresent() ? status.getAsInt() : null);
        LOG.atInfo()
                .addKeyValue("webhookId", delivery.webhook().id())
                .addKeyValue("attempt", attempt)
                .addKeyValue("outcome", state)
                .log("webhook sent");
    }

    /** A 2xx is success, a 5xx and silence are worth another attempt, everything else is final. */
    private State judge(OptionalInt status, int attempt) {
        if (status.isPresent() && status.getAsInt() / 100 == 2) {
            return State.DELIVERED;
        }
        boolean passing = status.isEmpty() || status.getAsInt() >= 500;
        return passing && attempt < settings.attempts() ? State.PENDING : State.FAILED;
    }

    private void later(Duration delay, Runnable task) {
        timers.at(clock.instant().plus(delay), task);
    }

    private void remember(Delivery delivery) {
        synchronized (known) {
            known.addFirst(delivery);
            if (known.size() > REMEMBERED) {
                known.removeLast();
            }
        }
    }

    @Override
    public void close() {
        desk.shutdownNow();
        lines.values().forEach(ExecutorService::shutdownNow);
    }
}
