/**
 * What is kept in MongoDB: the projection of live calls, one document per call, written only by higher sequences; and the
 * devices of each user, one document per user, written only by compare-and-set.
 */
@NullMarked
package dev.ringline.notification.mongo;

import org.jspecify.annotations.NullMarked;
