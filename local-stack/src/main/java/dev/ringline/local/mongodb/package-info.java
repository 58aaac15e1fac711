/** A real mongod as a child process, and where its program comes from. */
@NullMarked
package dev.ringline.local.mongodb;

import org.jspecify.annotations.NullMarked;
