/** What is told of users who were erased is not kept. */
@NullMarked
package dev.ringline.notification.http.erasure;

import org.jspecify.annotations.NullMarked;
