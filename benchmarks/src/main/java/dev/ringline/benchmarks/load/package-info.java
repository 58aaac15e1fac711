/** Open-model and closed-model load, and how long its requests took. */
@NullMarked
package dev.ringline.benchmarks.load;

import org.jspecify.annotations.NullMarked;
