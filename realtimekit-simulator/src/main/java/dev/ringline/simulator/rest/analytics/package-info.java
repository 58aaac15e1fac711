/** What an app used, by day. */
@NullMarked
package dev.ringline.simulator.rest.analytics;

import org.jspecify.annotations.NullMarked;
