/**
 * The control API: how tests and demos play the people who join and leave, switch faults on, let time pass, and see what
 * was asked. It is no part of the imitated API, has its own prefix and no authentication, and is meant for the loopback
 * interface.
 */
@NullMarked
package dev.ringline.simulator.control;

import org.jspecify.annotations.NullMarked;
