/** Two users and whole calls on a running stack, seen from outside as a frontend sees them. */
@NullMarked
package dev.ringline.local.demo;

import org.jspecify.annotations.NullMarked;
