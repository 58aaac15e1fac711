/** The rows of the table: what each of them does to get its figures. */
@NullMarked
package dev.ringline.benchmarks.row;

import org.jspecify.annotations.NullMarked;
