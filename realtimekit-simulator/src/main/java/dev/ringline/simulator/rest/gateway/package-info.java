/**
 * What stands in front of the imitated API, as a gateway stands in front of the real one: the first filter counts, checks the
 * bearer token and routes, the second carries out the faults that are switched on.
 */
@NullMarked
package dev.ringline.simulator.rest.gateway;

import org.jspecify.annotations.NullMarked;
