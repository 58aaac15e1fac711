/** What a row is, and what several of them use. */
@NullMarked
package dev.ringline.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
