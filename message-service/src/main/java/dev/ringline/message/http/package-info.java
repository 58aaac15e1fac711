/** Where participants read their messages. */
@NullMarked
package dev.ringline.message.http;

import org.jspecify.annotations.NullMarked;
