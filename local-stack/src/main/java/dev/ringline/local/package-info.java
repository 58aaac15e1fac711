/** The whole system on one machine without containers: what it consists of, and in which order it starts and ends. */
@NullMarked
package dev.ringline.local;

import org.jspecify.annotations.NullMarked;
