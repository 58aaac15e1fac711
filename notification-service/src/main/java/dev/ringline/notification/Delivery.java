package dev.ringline.notification;

/** A frame and who is to get it. */
public record Delivery(Audience audience, Frame frame) {}
