package dev.ringline.notification.rules.push;

/** A device with an open live stream. */
public record Connected(String userId, String deviceId) {}
