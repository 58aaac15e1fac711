/** The least that anything like a dial or a read can cost: bare MongoDB, bare Kafka, bare Spring MVC. */
@NullMarked
package dev.ringline.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
