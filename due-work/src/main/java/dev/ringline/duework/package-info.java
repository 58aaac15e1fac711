/**
 * The one primitive behind everything that must not be lost: compare-and-set on one document, a due index, and an
 * in-process fast path, with the outbox in the document on top.
 *
 * <p>A fact, the time at which something is due because of it, and the events that tell of it are stored in one document
 * write. The process that wrote it acts at once; a sweeper on every replica acts when nobody did. There is no
 * transaction over several documents, no leader and no scheduler.
 */
@NullMarked
package dev.ringline.duework;

import org.jspecify.annotations.NullMarked;
