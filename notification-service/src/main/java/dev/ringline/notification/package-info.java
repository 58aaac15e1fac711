/**
 * What each device is told, and when. The rules are here in plain Java: what a call looks like to one side of it
 * ({@link dev.ringline.notification.Frames}), what is known of live calls ({@link dev.ringline.notification.LiveCalls}
 * over a {@link dev.ringline.notification.Window} in memory and a {@link dev.ringline.notification.Projection} in the
 * store). The doors are {@code kafka} (events in), {@code mongo} (the projection) and {@code stream} (frames out).
 */
@NullMarked
package dev.ringline.notification;

import org.jspecify.annotations.NullMarked;
