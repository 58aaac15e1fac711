package dev.ringline.contracts;

/** A fact that one service tells the others. Events of one {@link #subject} are ordered by {@link #sequence}. */
public sealed interface Event permits CallEvent, MeetingEvent, MessageEvent, DeliveryEvent, UserEvent, ProviderEvent {

    /** What the event is about: a call, a message, a delivery, a user or a provider. */
    String subject();

    /** The Kafka record key: what keeps events in order that belong together. */
    String key();

    /** Position among the events of this subject and source, from 1 without gaps. */
    long sequence();
}
