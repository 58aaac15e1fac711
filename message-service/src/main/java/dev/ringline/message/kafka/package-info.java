/**
 * Hears of ended calls on {@code call-events} and of erased users on {@code user-events}, and tells of written messages on
 * {@code message-events}.
 */
@NullMarked
package dev.ringline.message.kafka;

import org.jspecify.annotations.NullMarked;
