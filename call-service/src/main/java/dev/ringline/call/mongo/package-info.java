/** The calls in MongoDB: one document per call, whose unique keys decide the races between calls. */
@NullMarked
package dev.ringline.call.mongo;

import org.jspecify.annotations.NullMarked;
