package dev.ringline.simulator.room;

import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.Timers;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What a room needs of the world.
 *
 * @param listener hears of everything that happens, in its order; it must not wait and not ask the room
 */
public record Surroundings(SimulatorClock clock, Timers timers, Consumer<RoomEvent> listener) {

    Instant now() {
        return clock.instant();
    }

    void at(Instant due, Runnable task) {
        timers.at(due, task);
    }

    void tell(RoomEvent event) {
        listener.accept(event);
    }
}
