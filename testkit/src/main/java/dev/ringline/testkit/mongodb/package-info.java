/** MongoDB as it stands in production: a replica set of three. */
@NullMarked
package dev.ringline.testkit.mongodb;

import org.jspecify.annotations.NullMarked;
