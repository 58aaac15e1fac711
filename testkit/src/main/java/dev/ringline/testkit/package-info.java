/** What every service's tests stand on: real parts to run against, users, sealed tokens, events, rules. */
@NullMarked
package dev.ringline.testkit;

import org.jspecify.annotations.NullMarked;
