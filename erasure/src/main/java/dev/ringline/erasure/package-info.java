/**
 * Remembers which users were erased, so that nothing that is told later brings them back: not a late event, not a dead
 * letter, not the replay of a whole topic.
 *
 * <p>A service that keeps something of users keeps its {@link dev.ringline.erasure.ErasedUsers} in the same database,
 * under a key of its own. What there is to erase, and what late news of an erased user means, is the service's.
 */
@NullMarked
package dev.ringline.erasure;

import org.jspecify.annotations.NullMarked;
