/** The apps of the account. */
@NullMarked
package dev.ringline.simulator.rest.app;

import org.jspecify.annotations.NullMarked;
