/**
 * What stands in front of the imitated API, as gateways stand in front of the real one: the first filter counts, checks
 * credentials and routes, the second holds the quota, the third carries out the faults that are switched on.
 */
@NullMarked
package dev.ringline.simulator.rest.gateway;

import org.jspecify.annotations.NullMarked;
