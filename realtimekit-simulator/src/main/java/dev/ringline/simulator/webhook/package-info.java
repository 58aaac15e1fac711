/**
 * What the provider tells its customers by itself: the webhooks that are registered, the bodies of the events, and the
 * deliveries, signed and repeated as documented, with the bad days that are switched on for them.
 */
@NullMarked
package dev.ringline.simulator.webhook;

import org.jspecify.annotations.NullMarked;
