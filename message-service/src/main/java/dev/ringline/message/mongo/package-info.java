/**
 * Keeps the messages in MongoDB, each one together with the event that tells of it, and who was erased.
 */
@NullMarked
package dev.ringline.message.mongo;

import org.jspecify.annotations.NullMarked;
