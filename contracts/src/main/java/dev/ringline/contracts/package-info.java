/**
 * What crosses a service border, and only that: the events that services exchange over Kafka, as records whose JSON
 * shape is fixed by the schemas under {@code schemas/} and the samples under {@code samples/}.
 *
 * <p>Times are UTC instants with millisecond precision. Ids are opaque strings. No event carries a name, a message text
 * or a token in clear.
 */
@NullMarked
package dev.ringline.contracts;

import org.jspecify.annotations.NullMarked;
