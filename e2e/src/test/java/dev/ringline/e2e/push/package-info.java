/**
 * What devices get by push while everything that pushes dies: push services that write down all they are sent, calls as
 * call-service tells them, and the rules that hold for the two together.
 */
@NullMarked
package dev.ringline.e2e.push;

import org.jspecify.annotations.NullMarked;
