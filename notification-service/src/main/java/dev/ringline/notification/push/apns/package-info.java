/** Pushes to Apple devices by Pushy: HTTP/2, a token signed with the team's key, both of Apple's environments. */
@NullMarked
package dev.ringline.notification.push.apns;

import org.jspecify.annotations.NullMarked;
