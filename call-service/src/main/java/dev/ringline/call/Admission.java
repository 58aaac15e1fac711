package dev.ringline.call;

import dev.ringline.call.rules.CallRules.DialRequest;
import org.jspecify.annotations.Nullable;

/** Who may ring whom is the app's knowledge. It is asked once per dial that would make a new call. */
@FunctionalInterface
public interface Admission {

    Verdict judge(DialRequest request);

    /** What the app says of a dial. */
    sealed interface Verdict {

        /** @param confirmed whether the app confirmed the conversation that the caller claims */
        record Ring(boolean confirmed) implements Verdict {}

        /**
         * The callee must not learn of it, nor the caller that he does not.
         *
         * @param confirmed as above
         */
        record Silent(boolean confirmed) implements Verdict {}

        /** @param reason for the caller, if there is one to tell */
        record Deny(@Nullable String reason) implements Verdict {}

        /** Whether the conversation that the caller claims may be believed. */
        default boolean confirmsConversation() {
            return switch (this) {
                case Ring(boolean confirmed) -> confirmed;
                case Silent(boolean confirmed) -> confirmed;
                case Deny _ -> false;
            };
        }
    }
}
