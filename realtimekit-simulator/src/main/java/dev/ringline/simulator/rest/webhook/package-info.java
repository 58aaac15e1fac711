/** Webhooks: registered, found, changed and deleted, and the key that their deliveries are checked with. */
@NullMarked
package dev.ringline.simulator.rest.webhook;

import org.jspecify.annotations.NullMarked;
