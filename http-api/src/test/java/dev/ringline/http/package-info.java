/** The same requests against a servlet and a reactive application over real HTTP, and the small rules by themselves. */
@NullMarked
package dev.ringline.http;

import org.jspecify.annotations.NullMarked;
