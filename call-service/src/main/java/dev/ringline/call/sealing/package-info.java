/** Opens the join tokens that the provisioner sealed to this service. */
@NullMarked
package dev.ringline.call.sealing;

import org.jspecify.annotations.NullMarked;
