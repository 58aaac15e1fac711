package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.rest.Envelope;

/** What a guard says of a request. */
sealed interface Passage {

    record Free(Caller caller) implements Passage {}

    record Refused(int status, Envelope body) implements Passage {}
}
