/** Who was erased, in MongoDB, by the keyed hash of the id. */
@NullMarked
package dev.ringline.notification.mongo.erasure;

import org.jspecify.annotations.NullMarked;
