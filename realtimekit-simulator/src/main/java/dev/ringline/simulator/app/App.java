package dev.ringline.simulator.app;

import dev.ringline.simulator.livestream.Livestreams;
import dev.ringline.simulator.preset.Presets;
import dev.ringline.simulator.recording.Recordings;
import dev.ringline.simulator.room.RoomEvent;
import dev.ringline.simulator.room.Rooms;
import dev.ringline.simulator.room.Surroundings;
import dev.ringline.simulator.webhook.EventBodies;
import dev.ringline.simulator.webhook.Webhooks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An app of the account: nothing in it is seen from another. */
public final class App {

    private final UUID id;
    private final String name;
    private final Instant createdAt;
    private final World world;
    private final Rooms rooms;
    private final Presets presets;
    private final Webhooks webhooks;
    private final Recordings recordings;
    private final Livestreams livestreams;
    private final EventBodies bodies;

    App(UUID id, String name, List<String> presetNames, World world) {
        this.id = id;
        this.name = name;
        this.world = world;
        this.createdAt = world.clock().instant();
        this.bodies = new EventBodies(id, name, world.clock());
        this.rooms = new Rooms(new Surroundings(world.clock(), world.timers(), this::heard));
        this.presets = new Presets(presetNames, world.clock());
        this.webhooks = new Webhooks(world.clock());
        this.recordings =
                new Recordings(world.clock(), change -> tell("recording.statusUpdate", bodies.recording(change)));
        this.livestreams =
                new Livestreams(world.clock(), change -> tell("livestreaming.statusUpdate", bodies.livestream(change)));
    }

    public UUID id() {
        return id;
    }

    public String name() {
        return name;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Rooms rooms() {
        return rooms;
    }

    public Presets presets() {
        return presets;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public Recordings recordings() {
        return recordings;
    }

    public Livestreams livestreams() {
        return livestreams;
    }

    private void heard(RoomEvent event) {
        bodies.of(event).forEach(this::tell);
        switch (event) {
            case RoomEvent.Started started -> {
                recordings.sessionStarted(started.meeting(), started.session());
                livestreams.sessionStarted(started.meeting());
            }
            case RoomEvent.Ended ended -> {
                recordings.sessionEnded(ended.meeting());
                livestreams.sessionEnded(ended.meeting());
            }
            case RoomEvent.Joined _, RoomEvent.Left _ -> {}
        }
    }

    private void tell(String event, Object body) {
        world.deliveries().announce(webhooks.listeningTo(event), event, body);
    }
}
