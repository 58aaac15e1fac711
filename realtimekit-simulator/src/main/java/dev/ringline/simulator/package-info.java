/**
 * What the imitated service knows and decides: meetings, the participants added to them, the sessions that run in them
 * and the tokens that open them. Everything lives in memory and is gone with the process. The doors are {@code rest}, the
 * imitated API, and {@code control}, which tests use to play the people and the bad days; {@code fault} holds the bad days
 * that are switched on.
 */
@NullMarked
package dev.ringline.simulator;

import org.jspecify.annotations.NullMarked;
