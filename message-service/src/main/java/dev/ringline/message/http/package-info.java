/** Where participants read their messages, in facts and in words of their language. */
@NullMarked
package dev.ringline.message.http;

import org.jspecify.annotations.NullMarked;
