package dev.ringline.call.simulation;

/** Ways to build it wrong. Each must be found. */
enum Mutant {
    /** As it ships. */
    NONE,
    PUBLISH_BEFORE_STORE,
    PUBLISH_OWN_EVENT_ONLY,
    FORGET_PENDING_ON_CRASH,
    MARK_BEFORE_ACKNOWLEDGEMENT,
    MARK_CLEARS_THE_DUE_DATE_OF_A_NEWER_EVENT,
    /**
     * A consumer notes how far the records reach that it got at once, and then does what they ask for. With one record at
     * a time that would harm nobody, for an equal sequence has its effects again.
     */
    RAISE_LAST_BEFORE_THE_EFFECT,
    ANSWER_IGNORES_THE_DEADLINE,
    END_WITHOUT_COMPARE,
    DIAL_WITHOUT_A_SECOND_LOOK
}
