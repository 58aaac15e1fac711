package dev.ringline.meeting;

/** What the participants of a meeting may send. */
public enum MeetingMedia {
    AUDIO,
    VIDEO
}
