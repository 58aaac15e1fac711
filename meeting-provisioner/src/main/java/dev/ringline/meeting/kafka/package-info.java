/** The door to Kafka: reads what happens to calls, and puts what is announced of meetings into its contract form. */
@NullMarked
package dev.ringline.meeting.kafka;

import org.jspecify.annotations.NullMarked;
