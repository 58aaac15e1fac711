/**
 * A deterministic simulation of everything that decides what becomes of a call. Users with two devices each, the
 * provisioner, time and the consumers of the events act at once on two processes of the call service with clocks of their
 * own; any of them dies between any two steps; writes, acknowledgements and marks get lost; records come again. After
 * every step the {@linkplain dev.ringline.call.simulation.Promise promises} are checked.
 *
 * <p>What ships runs in it: the rules, the funnel, dialling, follow-ups, the outbox's relay and the sequence guard. What it
 * stands in for: the store of calls and the outbox's fields in it, which pass the contracts that the real ones pass; the
 * broker; the sweeps and timers of due work; and the effects of the other services, each reduced to what the promises can
 * see. A step is a read, a write, a send, an effect or a commit.
 *
 * <p>A run is a {@linkplain dev.ringline.call.simulation.story.Story story}, who does what, and an order in which it happens,
 * both from one seed. What breaks a promise is made shorter until nothing can be left out.
 */
@NullMarked
package dev.ringline.call.simulation;

import org.jspecify.annotations.NullMarked;
