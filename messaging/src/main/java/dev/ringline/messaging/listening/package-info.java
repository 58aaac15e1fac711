/**
 * How a service listens: record by record, with the class of each failure decided in one place, dead letters that are
 * counted, and readers that follow whole topics without a group.
 */
@NullMarked
package dev.ringline.messaging.listening;

import org.jspecify.annotations.NullMarked;
