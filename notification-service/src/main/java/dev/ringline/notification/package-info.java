/**
 * What each device is told, and when. The rules are here in plain Java: what a call looks like to one side of it
 * ({@link dev.ringline.notification.Frames}), what is known of live calls ({@link dev.ringline.notification.LiveCalls}
 * over a {@link dev.ringline.notification.Window} in memory and a {@link dev.ringline.notification.Projection} in the
 * store); below {@code rules} what it knows of users. The doors are {@code kafka} (events in), {@code http} (what apps
 * tell of their users), {@code mongo} (what is kept), {@code stream} (frames out) and {@code push}.
 */
@NullMarked
package dev.ringline.notification;

import org.jspecify.annotations.NullMarked;
