/** Who was erased, as {@link dev.ringline.erasure.ErasedUsers} remembers it, and what is erased with them. */
@NullMarked
package dev.ringline.notification.mongo.erasure;

import org.jspecify.annotations.NullMarked;
