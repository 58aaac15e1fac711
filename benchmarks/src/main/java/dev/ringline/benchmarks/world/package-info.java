/** What is measured and how it is reached: the stack, call-service, the floors. */
@NullMarked
package dev.ringline.benchmarks.world;

import org.jspecify.annotations.NullMarked;
