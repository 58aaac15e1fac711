/**
 * The imitated API: what every part of it shares, that is paths, envelopes, pages and errors, as the real service's are known
 * or, where they are not, assumed. Each kind of resource has a package of its own, and so have the checks of bodies
 * ({@code schema}), what only browsers ask ({@code browser}) and the {@code gateway} in front of it all.
 */
@NullMarked
package dev.ringline.simulator.rest;

import org.jspecify.annotations.NullMarked;
