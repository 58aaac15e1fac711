/** The same small service twice: with the outbox in the document, and with a naive dual write. */
@NullMarked
package dev.ringline.benchmarks.rival;

import org.jspecify.annotations.NullMarked;
