/**
 * Events in: their contracts become this service's own words here and nowhere else. Every event comes in twice, once
 * per group for the projection, once per replica for the frames.
 */
@NullMarked
package dev.ringline.notification.kafka;

import org.jspecify.annotations.NullMarked;
