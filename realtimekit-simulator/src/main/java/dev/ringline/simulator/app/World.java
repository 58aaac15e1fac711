package dev.ringline.simulator.app;

import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.Timers;
import dev.ringline.simulator.webhook.Deliveries;

/** What all apps share. */
public record World(SimulatorClock clock, Timers timers, Deliveries deliveries) {}
