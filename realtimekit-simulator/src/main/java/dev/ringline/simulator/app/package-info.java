/** The apps of the account, each with meetings, presets, webhooks, recordings and livestreams of its own. */
@NullMarked
package dev.ringline.simulator.app;

import org.jspecify.annotations.NullMarked;
