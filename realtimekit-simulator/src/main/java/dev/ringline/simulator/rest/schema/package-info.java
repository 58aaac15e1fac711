/** What a body must look like, and what is said of the first thing in it that is wrong. */
@NullMarked
package dev.ringline.simulator.rest.schema;

import org.jspecify.annotations.NullMarked;
