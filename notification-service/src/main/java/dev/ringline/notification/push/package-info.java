/**
 * What a device is told by push, and what became of it: one flat map for every channel
 * ({@link dev.ringline.notification.push.PushNotice}), one kind of address each
 * ({@link dev.ringline.notification.push.PushTarget}), one small set of outcomes
 * ({@link dev.ringline.notification.push.PushResult}). Plain Java; the channels themselves are in packages below.
 */
@NullMarked
package dev.ringline.notification.push;

import org.jspecify.annotations.NullMarked;
