/**
 * Which devices of a user pushes can reach: what a registration holds, that a token belongs to whoever registered it
 * last, that a user has not too many devices, and why a device is reached no longer.
 */
@NullMarked
package dev.ringline.notification.rules.device;

import org.jspecify.annotations.NullMarked;
