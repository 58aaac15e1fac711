/** The order in which a document's pending events are told, free of any store and any broker, so that it can be simulated. */
@NullMarked
package dev.ringline.duework.relay;

import org.jspecify.annotations.NullMarked;
