package dev.ringline.call;

import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Decision.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a command. */
public sealed interface Outcome {

    /** A new call exists. */
    record Created(Call call) implements Outcome {}

    /**
     * The call as it is after the command.
     *
     * @param proven whether this very request wrote it with a majority, so that no earlier truth is told
     */
    record Done(Call call, boolean proven) implements Outcome {}

    record Rejected(Refusal refusal, Call call) implements Outcome {}

    /** There is no such call, or the actor may not know of it. */
    record NotFound() implements Outcome {}

    /** A new call would ring nobody now: its event would not be heard in time. */
    record Unheard() implements Outcome {}

    /** A new call would have no meeting: the media provider takes no requests. */
    record ProviderClosed(Duration retryAfter) implements Outcome {}

    /**
     * The app does not allow this call.
     *
     * @param reason in the app's words, if it gave any
     */
    record NotAllowed(@Nullable String reason) implements Outcome {}
}
