/**
 * How fast Ringline is: each figure beside a floor that is measured in the same run, so that a slow machine makes both slow.
 */
@NullMarked
package dev.ringline.benchmarks;

import org.jspecify.annotations.NullMarked;
