package dev.ringline.e2e.checker;

import java.time.Instant;

/**
 * How a call ended, as one witness has it.
 *
 * @param status as the API says it
 * @param reason as the API says it
 * @param at to the millisecond
 */
public record End(String status, String reason, Instant at) {}
