package dev.ringline.e2e.campaign;

import dev.ringline.e2e.checker.Said;
import dev.ringline.e2e.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The race of an answer with the end of the ring: bob answers in the moment when the server gives him up. */
record LateAnswers(Stage stage) {

    private static final int PARTIES = 30;
    private static final Duration SPREAD = Duration.ofMillis(5);

    /** What was neither an answer nor too late. */
    List<String> run() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, PARTIES)
                    .mapToObj(number -> answered(Party.of(stage, "late", number), threads))
                    .toList();
            return answers.stream()
                    .map(CompletableFuture::join)
                    .filter(said -> !(said.status() == 200 || said.isOpen() || isTooLate(said)))
                    .map(Said::toString)
                    .toList();
        }
    }

    private static boolean isTooLate(Said said) {
        return said.status() == 409 && said.body().path("code").asString("").equals("call-ended");
    }

    /** Some answer a little before the end of the ring and some a little after. */
    private static CompletableFuture<Said> answered(Party party, Executor threads) {
        var dialled =
                party.stage().insist(party.number(), at -> party.alice().dial(at, party.bob(), "\"ringSeconds\":5"));
        var deadline = Instant.parse(dialled.body().path("ringDeadline").asString());
        var offset = SPREAD.multipliedBy(party.number() - PARTIES / 2);
        var wait = Duration.between(Instant.now(), deadline.plus(offset)).toMillis();
        var then = CompletableFuture.delayedExecutor(wait, TimeUnit.MILLISECONDS, threads);
        return CompletableFuture.supplyAsync(
                        () -> party.bob().command(party.there(), "answer", Party.id(dialled)), then)
                .whenComplete((said, failure) -> party.part(Party.id(dialled)));
    }
}
