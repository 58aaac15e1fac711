package dev.ringline.notification.stream;

import dev.ringline.notification.Frame;

/** A frame with its bytes, encoded once for all connections that get it. */
record Packet(Frame frame, byte[] bytes) {}
