/** Frames out: {@code GET /v1/stream} as Server-Sent Events, and the connections that this replica holds. */
@NullMarked
package dev.ringline.notification.stream;

import org.jspecify.annotations.NullMarked;
