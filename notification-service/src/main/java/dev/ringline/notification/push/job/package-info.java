/**
 * Pushes as work that is stored before it is done: what a call's news asks of a device
 * ({@link dev.ringline.notification.push.job.PushPlan}), the tasks of one device for one call and the order among them
 * ({@link dev.ringline.notification.push.job.Job}), and who does them.
 */
@NullMarked
package dev.ringline.notification.push.job;

import org.jspecify.annotations.NullMarked;
