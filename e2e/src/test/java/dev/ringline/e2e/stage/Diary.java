package dev.ringline.e2e.stage;

import dev.ringline.e2e.checker.Said;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All that the clients of one campaign were answered. */
final class Diary {

    private final Queue<Said> answers = new ConcurrentLinkedQueue<>();

    List<Said> answers() {
        return List.copyOf(answers);
    }

    void note(Said answer) {
        answers.add(answer);
    }
}
