/** A look at dead letters, and their way back. */
@NullMarked
package dev.ringline.local.letters;

import org.jspecify.annotations.NullMarked;
