/** What the app's backend is told is stored before it is sent, and sent again until it was taken or a day has passed. */
@NullMarked
package dev.ringline.notification.push.webhook.job;

import org.jspecify.annotations.NullMarked;
