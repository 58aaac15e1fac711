/**
 * The imitated API: paths, envelopes and errors as the real service's are known or, where they are not, assumed, and its
 * meetings. What belongs to a meeting ({@code participant}, {@code session}), the checks of bodies ({@code schema}) and the
 * {@code gateway} in front of it all have packages of their own.
 */
@NullMarked
package dev.ringline.simulator.rest;

import org.jspecify.annotations.NullMarked;
