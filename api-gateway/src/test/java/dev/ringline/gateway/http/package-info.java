/** The gateway over real HTTP, with real servers behind it. */
@NullMarked
package dev.ringline.gateway.http;

import org.jspecify.annotations.NullMarked;
