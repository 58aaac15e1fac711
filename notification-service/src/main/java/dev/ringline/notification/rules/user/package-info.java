/** What is known of users besides their devices: how they are called, and how they wish to be alerted of calls. */
@NullMarked
package dev.ringline.notification.rules.user;

import org.jspecify.annotations.NullMarked;
