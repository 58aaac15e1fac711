/**
 * One front door for clients. It knows which service owns which path, keeps out what no service should see, and answers
 * for services that cannot. It is no boundary of trust: every service checks tokens itself.
 */
@NullMarked
package dev.ringline.gateway;

import org.jspecify.annotations.NullMarked;
