/** What the machine under the stack offers: ports, processes, conditions to wait for. */
@NullMarked
package dev.ringline.local.machine;

import org.jspecify.annotations.NullMarked;
