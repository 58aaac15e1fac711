/** The bad days of requests: faults by operation, and the quota. */
@NullMarked
package dev.ringline.simulator.control.fault;

import org.jspecify.annotations.NullMarked;
