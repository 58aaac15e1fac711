/** A real Kafka broker inside this JVM. */
@NullMarked
package dev.ringline.local.kafka;

import org.jspecify.annotations.NullMarked;
