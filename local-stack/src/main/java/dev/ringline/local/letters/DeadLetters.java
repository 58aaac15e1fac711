package dev.ringline.local.letters;

import dev.ringline.local.letters.DeadLetterBox.Letter;
import dev.ringline.local.machine.Console;
import java.util.List;
import org.apache.kafka.common.KafkaException;

/**
 * The program behind {@code ./ringline dead-letters [replay]}: the address of a broker, and {@code replay} if they are to be
 * sent back.
 */
final class DeadLetters {

    private DeadLetters() {}

    public static void main(String[] arguments) {
        int exit = 1;
        try {
            DeadLetterBox box = new DeadLetterBox(arguments[0]);
            boolean replay = List.of(arguments).contains("replay");
            say(replay ? box.replay() : box.letters(), replay);
            exit = 0;
        } catch (KafkaException | IllegalStateException e) {
            Console.complain("The dead letters at %s: %s".formatted(arguments[0], e.getMessage()));
        }
        System.exit(exit);
    }

    private static void say(List<Letter> letters, boolean replayed) {
        letters.forEach(letter -> Console.say("%s-%d offset %d  key %s  %s  %s"
                .formatted(
                        letter.topic(),
                        letter.partition(),
                        letter.offset(),
                        letter.key(),
                        letter.type(),
                        letter.cause())));
        Console.say(
                replayed
                        ? letters.size() + " sent back; those that are still broken come again."
                        : letters.size() + " dead letters.");
    }
}
