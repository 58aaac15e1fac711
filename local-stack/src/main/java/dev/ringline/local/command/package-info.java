/** The commands of {@code ./ringline} that need Java, and the process that holds a stack. */
@NullMarked
package dev.ringline.local.command;

import org.jspecify.annotations.NullMarked;
