/** What a ring carries so that the app it wakes can look at its call: signed when the push is sent, and never stored. */
@NullMarked
package dev.ringline.notification.push.token;

import org.jspecify.annotations.NullMarked;
