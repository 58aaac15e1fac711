/**
 * Judges what a run of many calls left behind: the stored calls and lines, every event from the first, and all that the
 * clients were answered. Pure: it reads a {@link dev.ringline.e2e.checker.History} and touches nothing.
 */
@NullMarked
package dev.ringline.e2e.checker;

import org.jspecify.annotations.NullMarked;
