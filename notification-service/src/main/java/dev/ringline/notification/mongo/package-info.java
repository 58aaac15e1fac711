/** The projection of live calls in MongoDB: one document per call, written only by higher sequences. */
@NullMarked
package dev.ringline.notification.mongo;

import org.jspecify.annotations.NullMarked;
