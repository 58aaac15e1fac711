/**
 * The rules of provisioning, in plain Java: a call that rings gets a meeting and a sealed token for either side, or a
 * reason why not, in time; a call that is over leaves no open meeting behind. {@link dev.ringline.meeting.Provisioning}
 * decides, {@link dev.ringline.meeting.Provisioner} carries out. The sub-packages are the doors to the outside.
 */
@NullMarked
package dev.ringline.meeting;

import org.jspecify.annotations.NullMarked;
