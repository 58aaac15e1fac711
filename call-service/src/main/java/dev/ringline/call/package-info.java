/**
 * The life of a call: who may ring whom now, every transition, every deadline, and the one reason for its end.
 *
 * <p><em>Load, decide, store.</em> {@link dev.ringline.call.rules.CallRules} decides without side effects; {@link
 * dev.ringline.call.Calls} stores a decision whole, with the events that tell of it, if nobody was first; {@link
 * dev.ringline.call.CallService} repeats that until it is answered. {@link dev.ringline.call.Dialling} makes new calls, {@link
 * dev.ringline.call.FollowUps} looks after the others when one is answered. The sub-packages are doors: {@code http}, {@code
 * kafka}, {@code mongo}, {@code sealing}, {@code admission}, {@code limits} and {@code observation}; they meet only here.
 *
 * <p>What this service promises: at most one live call per pair of users and one ongoing call per user; a call that has
 * ended never changes; a change and its events are stored together or not at all; a ring ends on time even if the process
 * that started it is gone.
 */
@NullMarked
package dev.ringline.call;

import org.jspecify.annotations.NullMarked;
