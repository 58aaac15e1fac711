/**
 * How requests leave for servers that others run: bounded in time and size, never to an address of our own network, and
 * so that one dead endpoint delays nobody.
 */
@NullMarked
package dev.ringline.notification.push.outbound;

import org.jspecify.annotations.NullMarked;
