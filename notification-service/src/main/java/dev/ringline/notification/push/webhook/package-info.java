/** Tells the app's own backend what happened, signed as Standard Webhooks has it. */
@NullMarked
package dev.ringline.notification.push.webhook;

import org.jspecify.annotations.NullMarked;
