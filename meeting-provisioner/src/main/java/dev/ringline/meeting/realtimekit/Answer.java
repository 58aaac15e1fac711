package dev.ringline.meeting.realtimekit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A response as it came, its body bounded. */
record Answer(int status, @Nullable Duration retryAfter, byte[] body) {}
