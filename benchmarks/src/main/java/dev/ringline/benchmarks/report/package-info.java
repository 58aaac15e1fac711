/** Figures, their medians over the runs, and how they are shown. */
@NullMarked
package dev.ringline.benchmarks.report;

import org.jspecify.annotations.NullMarked;
