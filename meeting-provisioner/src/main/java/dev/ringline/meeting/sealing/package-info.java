/**
 * Seals tokens with HPKE (Google Tink) to call-service's public key, each to its one meeting and user. Only call-service
 * holds the private keyset.
 */
@NullMarked
package dev.ringline.meeting.sealing;

import org.jspecify.annotations.NullMarked;
