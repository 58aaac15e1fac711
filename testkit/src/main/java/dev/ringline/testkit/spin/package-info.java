/** Model checking with Spin: models of a protocol are searched completely, and so are those with one of its rules taken out. */
@NullMarked
package dev.ringline.testkit.spin;

import org.jspecify.annotations.NullMarked;
