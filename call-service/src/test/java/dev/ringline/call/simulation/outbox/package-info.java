/** What is still to be told of calls: in memory for the simulation, and in MongoDB as it ships, under one contract. */
@NullMarked
package dev.ringline.call.simulation.outbox;

import org.jspecify.annotations.NullMarked;
