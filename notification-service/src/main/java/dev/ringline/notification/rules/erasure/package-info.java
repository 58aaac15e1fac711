/** Forgetting a user: what is kept of him goes, and no late event brings his id back. */
@NullMarked
package dev.ringline.notification.rules.erasure;

import org.jspecify.annotations.NullMarked;
