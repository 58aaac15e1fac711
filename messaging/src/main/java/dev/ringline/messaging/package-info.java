/**
 * How every service speaks Kafka: one envelope (CloudEvents 1.0, binary mode), one way to publish (the caller waits for
 * the broker's acknowledgement), one way to listen (record by record, three classes of failure, dead letters that are
 * counted), and one declaration of the topics.
 *
 * <p>It is an auto-configuration: a service that has this module on its class path listens with {@code @KafkaListener}
 * methods that take a {@link dev.ringline.messaging.ReceivedEvent}.
 */
@NullMarked
package dev.ringline.messaging;

import org.jspecify.annotations.NullMarked;
