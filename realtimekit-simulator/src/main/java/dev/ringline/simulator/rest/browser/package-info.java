/** What only browsers ask: the calls that the client SDK makes with a participant's token, and files. */
@NullMarked
package dev.ringline.simulator.rest.browser;

import org.jspecify.annotations.NullMarked;
