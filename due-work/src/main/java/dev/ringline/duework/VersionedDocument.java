package dev.ringline.duework;

/** A document that is written only by compare-and-set on its version. */
public interface VersionedDocument {

    /** The value of {@code _id}: a natural key. */
    Object id();

    /** Counts the writes, from 1. */
    long version();
}
