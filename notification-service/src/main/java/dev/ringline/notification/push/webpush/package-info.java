/**
 * Pushes to browsers: encrypted for the one browser (RFC 8291), signed as this application (VAPID), sent only to push
 * services that are known, for the endpoint is whatever a client said.
 */
@NullMarked
package dev.ringline.notification.push.webpush;

import org.jspecify.annotations.NullMarked;
