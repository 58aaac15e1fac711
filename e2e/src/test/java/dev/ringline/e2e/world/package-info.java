/** The one stack of a test run, its parts to break and mend, and what it leaves behind to be read. */
@NullMarked
package dev.ringline.e2e.world;

import org.jspecify.annotations.NullMarked;
