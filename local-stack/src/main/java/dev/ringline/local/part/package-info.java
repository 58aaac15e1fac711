/** The parts of the stack: how each is started, known to be ready, and ended. */
@NullMarked
package dev.ringline.local.part;

import org.jspecify.annotations.NullMarked;
