/**
 * The one line that an ended call leaves in its conversation: what the line says of the call, who may see it, how it
 * reads, and that there is never a second one.
 *
 * <p>Here are the rules; the doors around them are {@code kafka} (ended calls come in, written messages are told),
 * {@code mongo} (where messages are kept) and {@code http} (where they are read).
 */
@NullMarked
package dev.ringline.message;

import org.jspecify.annotations.NullMarked;
