package dev.ringline.contracts;

/** A fact about a call, told by call-service on {@link Topics#CALL_EVENTS}. */
public sealed interface CallEvent extends Event
        permits CallInitiated, CallAlerting, CallAnswered, CallReady, CallEnded {

    CallFacts call();

    @Override
    default String subject() {
        return call().callId();
    }

    @Override
    default String key() {
        return call().callId();
    }

    @Override
    default long sequence() {
        return call().sequence();
    }
}
