/** What devices ask of calls. */
@NullMarked
package dev.ringline.call.http;

import org.jspecify.annotations.NullMarked;
