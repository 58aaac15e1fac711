/** One time for all replicas: that of the primary, which stores what is due and when. */
@NullMarked
package dev.ringline.duework.clock;

import org.jspecify.annotations.NullMarked;
