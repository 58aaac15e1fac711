/** Many calls at once, raced against each other and against everything that breaks, and a verdict on what is left. */
@NullMarked
package dev.ringline.e2e.campaign;

import org.jspecify.annotations.NullMarked;
