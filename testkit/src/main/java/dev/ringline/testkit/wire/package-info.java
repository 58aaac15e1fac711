/** Events as they are on the wire, read and written without the code that the services use for it. */
@NullMarked
package dev.ringline.testkit.wire;

import org.jspecify.annotations.NullMarked;
