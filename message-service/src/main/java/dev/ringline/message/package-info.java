/**
 * The one line that an ended call leaves in its conversation: what the line says of the call, who may see it, that there
 * is never a second one, and that it forgets whoever is erased.
 *
 * <p>Here are the rules; the doors around them are {@code kafka} (ended calls and erased users come in, written messages are told),
 * {@code mongo} (where messages are kept) and {@code http} (where they are read, and how they read).
 */
@NullMarked
package dev.ringline.message;

import org.jspecify.annotations.NullMarked;
