/**
 * The door to Cloudflare RealtimeKit's REST API: one small typed client. It reads every envelope that the provider and
 * the gateway in front of it are known to send, classifies each outcome once, and never outlives the time it is given.
 * Clear tokens pass through here and are printed nowhere.
 */
@NullMarked
package dev.ringline.meeting.realtimekit;

import org.jspecify.annotations.NullMarked;
