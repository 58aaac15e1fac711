package dev.ringline.e2e.campaign;

import dev.ringline.e2e.checker.Said;
import dev.ringline.e2e.stage.Device;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row of the table of races.
 *
 * @param prepared makes the call that is raced for, or nothing
 * @param rivals what is asked in the same moment, of both replicas
 * @param allowed what may come of it, as sorted words like {@code answer 200}; empty where the checker alone decides
 */
record Race(
        String name,
        Function<Party, String> prepared,
        List<BiFunction<Party, String, Said>> rivals,
        Set<List<String>> allowed) {

    static List<Race> all() {
        return Stream.concat(ofOneCall(), ofDials()).toList();
    }

    private static Stream<Race> ofOneCall() {
        return Stream.of(
                new Race(
                        "answer-answer",
                        Party::ringing,
                        List.of(
                                (party, call) -> party.bob().command(party.here(), "answer", call),
                                (party, call) -> party.tablet().command(party.there(), "answer", call)),
                        Set.of(List.of("answer 200", "answer 409 answered-elsewhere"))),
                new Race(
                        "answer-cancel",
                        Party::ringing,
                        List.of(
                                (party, call) -> party.bob().command(party.here(), "answer", call),
                                (party, call) -> party.alice().command(party.there(), "end", call)),
                        Set.of(List.of("answer 200", "end 200"), List.of("answer 409 call-ended", "end 200"))),
                new Race(
                        "answer-decline",
                        Party::ringing,
                        List.of(
                                (party, call) -> party.bob().command(party.here(), "answer", call),
                                (party, call) -> party.tablet().command(party.there(), "decline", call)),
                        Set.of(
                                List.of("answer 200", "decline 409 call-answered"),
                                List.of("answer 409 call-ended", "decline 200"))),
                new Race(
                        "decline-cancel",
                        Party::ringing,
                        List.of(
                                (party, call) -> party.bob().command(party.here(), "decline", call),
                                (party, call) -> party.alice().command(party.there(), "end", call)),
                        Set.of(List.of("decline 200", "end 200"))),
                new Race(
                        "end-end",
                        Party::answered,
                        List.of(
                                (party, call) -> party.alice().command(party.here(), "end", call),
                                (party, call) -> party.bob().command(party.there(), "end", call)),
                        Set.of(List.of("end 200", "end 200"))));
    }

    private static Stream<Race> ofDials() {
        return Stream.of(
                new Race(
                        "glare",
                        party -> "",
                        List.of(
                                (party, none) -> party.dial(party.alice(), party.here(), party.bob()),
                                (party, none) -> party.dial(party.bob(), party.there(), party.alice())),
                        Set.of(List.of("dial 200", "dial 201"))),
                new Race(
                        "same-dial",
                        party -> "",
                        List.of(
                                (party, none) ->
                                        party.alice().dial(party.here(), party.bob(), "\"media\":\"audio\"", "k"),
                                (party, none) ->
                                        party.alice().dial(party.there(), party.bob(), "\"media\":\"audio\"", "k")),
                        Set.of(List.of("dial 200", "dial 201"))),
                new Race(
                        "two-callers",
                        Party::ringing,
                        List.of(
                                (party, call) -> party.bob().command(party.here(), "answer", call),
                                (party, call) -> party.dial(party.carol(), party.there(), party.bob())),
                        Set.of(List.of("answer 200", "dial 201"))),
                new Race(
                        "cycle",
                        party -> "",
                        List.of(
                                (party, none) -> answeredBy(
                                        party, party.bob(), party.dial(party.alice(), party.here(), party.bob())),
                                (party, none) -> answeredBy(
                                        party, party.carol(), party.dial(party.bob(), party.there(), party.carol())),
                                (party, none) -> answeredBy(
                                        party, party.alice(), party.dial(party.carol(), party.here(), party.alice()))),
                        Set.of()));
    }

    /** Whoever is called in the cycle answers at once, while he dials himself; an answer elsewhere may have been first. */
    private static Said answeredBy(Party party, Device callee, Said dialled) {
        return dialled.succeeded() ? callee.command(party.there(), "answer", Party.id(dialled)) : dialled;
    }

    /** Runs it and says what was not allowed; empty if all was well. */
    Stream<String> run(Party party) {
        var call = prepared.apply(party);
        var answers = atOnce(party, call);
        Stream.concat(
                        Stream.of(call),
                        answers.stream().map(said -> said.body().path("callId").asString("")))
                .filter(id -> !id.isEmpty())
                .distinct()
                .forEach(party::part);
        var came = answers.stream().map(Race::word).sorted().toList();
        return allowed.isEmpty() || allowed.contains(came) || answers.stream().anyMatch(Said::isOpen)
                ? Stream.empty()
                : Stream.of("%s of party %d: %s".formatted(name, party.number(), came));
    }

    private List<Said> atOnce(Party party, String call) {
        var start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = rivals.stream()
                    .map(rival -> threads.submit(() -> {
                        start.await();
                        return rival.apply(party, call);
                    }))
                    .toList();
            start.countDown();
            return asked.stream().map(Race::result).toList();
        }
    }

    private static Said result(Future<Said> asked) {
        try {
            return asked.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("A rival did not come to an end", e);
        }
    }

    private static String word(Said said) {
        return Stream.of(
                        said.request().command(),
                        Integer.toString(said.status()),
                        said.body().path("code").asString(""))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
