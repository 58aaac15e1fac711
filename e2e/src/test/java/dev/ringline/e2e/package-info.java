/**
 * The whole system seen from outside: phones that speak HTTP to the gateway, what Kafka and MongoDB hold, processes that
 * die and come back. Nothing here knows a class of a service.
 */
@NullMarked
package dev.ringline.e2e;

import org.jspecify.annotations.NullMarked;
