/** The people: phones that ask over HTTP and listen to the live stream, and the patience that each of them has. */
@NullMarked
package dev.ringline.e2e.phone;

import org.jspecify.annotations.NullMarked;
