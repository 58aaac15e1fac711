/** The least that anything like a dial or a read can cost: bare MongoDB, bare Kafka, bare Spring MVC; and its live stream. */
@NullMarked
package dev.ringline.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
