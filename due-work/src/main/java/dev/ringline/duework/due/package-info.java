/** Which documents are due, and which replica has them for now. */
@NullMarked
package dev.ringline.duework.due;

import org.jspecify.annotations.NullMarked;
