/** What operators see of calls. */
@NullMarked
package dev.ringline.call.observation;

import org.jspecify.annotations.NullMarked;
