/**
 * What may come from outside and means no good: requests generated from the OpenAPI documents, ids at the limits of what is
 * allowed, clients that ask too often. It finds no failure of the service, no answer that nobody described, and no harm to
 * others.
 */
@NullMarked
package dev.ringline.e2e.attack;

import org.jspecify.annotations.NullMarked;
