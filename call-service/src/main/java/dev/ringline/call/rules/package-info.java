/**
 * The rules of a call, in plain Java and without side effects: what each state does with each command.
 *
 * <p>{@link dev.ringline.call.rules.CallRules} takes a call, a command and the time, and gives a {@link
 * dev.ringline.call.rules.Decision}: the next call with the facts to tell, the same call, or a refusal. Nothing here knows
 * how calls are stored, told or asked for.
 */
@NullMarked
package dev.ringline.call.rules;

import org.jspecify.annotations.NullMarked;
