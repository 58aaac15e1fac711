/** The rows about ringing: how soon devices ring and fall silent, how many of them one replica holds. */
@NullMarked
package dev.ringline.benchmarks.row.ring;

import org.jspecify.annotations.NullMarked;
