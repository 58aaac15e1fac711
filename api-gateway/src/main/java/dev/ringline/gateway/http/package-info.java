/** Routes, and what happens to requests on the way. */
@NullMarked
package dev.ringline.gateway.http;

import org.jspecify.annotations.NullMarked;
