/** How often one user may ask for what, so that nobody is in the way of others. */
@NullMarked
package dev.ringline.call.limits;

import org.jspecify.annotations.NullMarked;
