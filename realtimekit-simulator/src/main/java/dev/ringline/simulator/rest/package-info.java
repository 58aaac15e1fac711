/**
 * The imitated API: paths, checks, envelopes and errors as the real service's are known or, where they are not, assumed.
 * Two filters stand in front of it, as a gateway stands in front of the real one: the first counts, checks the bearer token
 * and routes, the second carries out the faults that are switched on.
 */
@NullMarked
package dev.ringline.simulator.rest;

import org.jspecify.annotations.NullMarked;
