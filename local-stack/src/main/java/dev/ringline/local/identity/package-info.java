/** Who is who on one machine: a provider of tokens in the place of the app's own, and the keys that seal join tokens. */
@NullMarked
package dev.ringline.local.identity;

import org.jspecify.annotations.NullMarked;
