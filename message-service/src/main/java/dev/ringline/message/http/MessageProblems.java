package dev.ringline.message.http;

import dev.ringline.http.Problem;
import dev.ringline.http.ProblemException;

/** What can be wrong with a question for messages. */
final class MessageProblems {

    private MessageProblems() {}

    /** There is no such message, or it is not the asker's: the answer is the same. */
    static ProblemException notFound() {
        return new ProblemException(
                Problem.of(404, "message-not-found", "Ask for a message of yours: there is none with this id."));
    }
}
