package dev.ringline.simulator.control;

import dev.ringline.simulator.Timers;
import dev.ringline.simulator.app.Apps;
import dev.ringline.simulator.app.Entrance;
import dev.ringline.simulator.app.Signals;
import dev.ringline.simulator.fault.Faults;
import dev.ringline.simulator.fault.Quota;
import dev.ringline.simulator.fault.RequestCounts;
import dev.ringline.simulator.webhook.Deliveries;
import org.springframework.stereotype.Component;

/** Forgets what happened, and every fault. */
@Component
class Oblivion {

    private final Apps apps;
    private final People people;
    private final Deliveries deliveries;
    private final Timers timers;
    private final Limits limits;

    Oblivion(Apps apps, People people, Deliveries deliveries, Timers timers, Limits limits) {
        this.apps = apps;
        this.people = people;
        this.deliveries = deliveries;
        this.timers = timers;
        this.limits = limits;
    }

    void forgetEverything() {
        limits.clear();
        timers.clear();
        apps.clear();
        people.clear();
        deliveries.clear();
    }

    /** Who is in, and what they say to each other. */
    @Component
    record People(Entrance entrance, Signals signals) {

        private void clear() {
            entrance.clear();
            signals.clear();
        }
    }

    /** What stands between a request and its answer. */
    @Component
    record Limits(Faults faults, Quota quota, RequestCounts counts) {

        private void clear() {
            faults.clear();
            quota.reset();
            counts.clear();
        }
    }
}
