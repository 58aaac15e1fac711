/** Calls tell their events here, and learn of their meetings. */
@NullMarked
package dev.ringline.call.kafka;

import org.jspecify.annotations.NullMarked;
