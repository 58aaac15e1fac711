/**
 * Named points between two steps of the services, where a campaign lets a process die. The services know nothing of them:
 * calls of {@link dev.ringline.e2e.crash.CrashSwitch} are woven into a copy of the built application.
 */
@NullMarked
package dev.ringline.e2e.crash;

import org.jspecify.annotations.NullMarked;
