/**
 * Where provisionings are kept: one document per call in the collection {@code provisionings}, which is the job, its due
 * time, what the provider made for it, and the events that tell of it; deleted a while after the call. With one meeting per call the meeting needs no
 * document of its own; meetings that several calls share would.
 */
@NullMarked
package dev.ringline.meeting.mongo;

import org.jspecify.annotations.NullMarked;
