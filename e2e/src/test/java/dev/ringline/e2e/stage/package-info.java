/**
 * A stack for campaigns: two replicas of what is to be killed, MongoDB with one or three members, every answer that a
 * client gets kept, and all of it read back in the end.
 */
@NullMarked
package dev.ringline.e2e.stage;

import org.jspecify.annotations.NullMarked;
