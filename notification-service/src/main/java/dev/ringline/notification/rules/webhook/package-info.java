/** What the app's own backend is told of. */
@NullMarked
package dev.ringline.notification.rules.webhook;

import org.jspecify.annotations.NullMarked;
