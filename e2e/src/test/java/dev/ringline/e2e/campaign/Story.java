package dev.ringline.e2e.campaign;

import dev.ringline.e2e.checker.Said;
import dev.ringline.e2e.phone.Http;
import dev.ringline.e2e.stage.Device;
import dev.ringline.e2e.stage.Stage;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** What three people do with one another once. */
final class Story implements Runnable {

    private static final String MEDIA = "\"media\":\"audio\"";
    private static final String SHORT = MEDIA + ",\"ringSeconds\":5";

    private final Stage stage;
    private final Random random;
    private final Device alice;
    private final Device bob;
    private final Device tablet;
    private final Device carol;

    /**
     * @param people who they are
     * @param random what they do
     */
    Story(Stage stage, int people, Random random) {
        this.stage = stage;
        this.random = random;
        this.alice = stage.device(name("alice", people), "phone");
        this.bob = stage.device(name("bob", people), "phone");
        this.tablet = stage.device(name("bob", people), "tablet");
        this.carol = stage.device(name("carol", people), "phone");
    }

    private static String name(String person, int people) {
        return person + "-" + people;
    }

    @Override
    public void run() {
        List<Runnable> plots = List.of(
                this::talk,
                this::talk,
                this::nobodyAnswers,
                this::nobodyAnswers,
                this::decline,
                this::cancel,
                this::thirdParty,
                this::thirdParty,
                this::bothDial);
        plots.get(random.nextInt(plots.size())).run();
    }

    private void talk() {
        var callId = dial(alice, bob, MEDIA);
        atOnce(() -> command(bob, "answer", callId), () -> command(tablet, "answer", callId));
        look(callId);
        atOnce(() -> command(alice, "end", callId), () -> command(bob, "end", callId));
    }

    private void nobodyAnswers() {
        look(dial(alice, bob, SHORT));
    }

    private void decline() {
        var callId = dial(alice, bob, MEDIA);
        atOnce(() -> command(tablet, "decline", callId), () -> command(alice, "end", callId));
    }

    private void cancel() {
        command(alice, "end", dial(alice, bob, MEDIA));
    }

    /** Carol's call rings when bob answers alice's. */
    private void thirdParty() {
        var first = dial(alice, bob, MEDIA);
        var second = dial(carol, bob, SHORT);
        command(bob, "answer", first);
        look(first);
        command(alice, "end", first);
        command(carol, "end", second);
    }

    private void bothDial() {
        atOnce(() -> dial(alice, bob, MEDIA), () -> dial(bob, alice, MEDIA));
        var callId = dial(alice, bob, MEDIA);
        look(callId);
        command(bob, "end", callId);
    }

    /** Both sides, each asking one replica. */
    private void look(String callId) {
        firmly(at -> alice.look(at, callId));
        firmly(at -> bob.look(at, callId));
    }

    private String dial(Device caller, Device callee, String more) {
        var key = UUID.randomUUID().toString();
        var said = firmly(at -> caller.dial(at, callee, more, key));
        return said.body()
                .path("callId")
                .asString(said.body().path("call").path("callId").asString("none"));
    }

    private void command(Device device, String command, String callId) {
        firmly(at -> device.command(at, command, callId));
    }

    private Said firmly(Function<Http, Said> request) {
        return stage.insist(random.nextInt(2), request);
    }

    private static void atOnce(Runnable one, Runnable other) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(one, threads), CompletableFuture.runAsync(other, threads))
                    .join();
        }
    }
}
