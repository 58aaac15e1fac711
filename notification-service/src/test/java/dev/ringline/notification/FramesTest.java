package dev.ringline.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ringline.notification.Frame.OfCall;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramesTest {

    private static final Instant SOON = Story.DIALLED.plusSeconds(5);
    private static final List<String> DEVICES = List.of("alice-phone", "alice-tablet", "bob-phone", "bob-tablet");

    @ParameterizedTest(name = "{0}")
    @CsvSource(nullValues = "-", textBlock = """
            initiated             | call.outgoing          | call.outgoing          | call.incoming       | call.incoming
            initiated too late    | -                      | -                      | -                   | -
            initiated silently    | call.outgoing          | call.outgoing          | -                   | -
            alerting              | call.alerting          | call.alerting          | -                   | -
            alerting silently     | call.alerting          | call.alerting          | -                   | -
            answered              | call.answered          | call.answered          | call.answered       | call.stopped answered_elsewhere
            ready while ringing   | call.ready             | -                      | -                   | -
            ready                 | call.ready             | -                      | call.ready          | -
            waiting               | call.waiting           | call.waiting           | call.waiting        | call.waiting
            connected             | call.connected         | call.connected         | call.connected      | call.connected
            moved                 | call.moved             | call.moved             | call.moved          | call.moved
            cancelled             | call.ended caller_cancelled | call.ended caller_cancelled | call.ended caller_cancelled | call.ended caller_cancelled
            unanswered            | call.ended no_answer   | call.ended no_answer   | call.ended no_answer | call.ended no_answer
            unanswered silently   | call.ended no_answer   | call.ended no_answer   | -                   | -
            born busy             | call.ended busy        | call.ended busy        | call.ended busy     | call.ended busy
            declined              | call.ended declined    | call.ended declined    | call.ended declined | call.ended declined_elsewhere
            declined by no device | call.ended declined    | call.ended declined    | call.ended declined | call.ended declined
            hung up               | call.ended hangup      | call.ended hangup      | call.ended hangup   | call.ended hangup
            """, delimiter = '|')
    void tellsEachDeviceWhatTheTableSays(
            String news, String callersDevice, String callersOther, String calleesDevice, String calleesOther) {
        // When
        List<Delivery> deliveries = frames(news);
        // Then
        assertThat(DEVICES.stream().map(device -> told(device, deliveries)))
                .containsExactly(callersDevice, callersOther, calleesDevice, calleesOther);
    }

    @Test
    void ringsWithTheTimeThatIsLeft() {
        // Given
        Story story = Story.begin();
        // When
        List<Delivery> deliveries = Frames.of(story.initiated(), SOON);
        // Then
        CallView incoming = views(deliveries, "call.incoming").findFirst().orElseThrow();
        assertThat(incoming)
                .isEqualTo(new CallView(
                        story.callId(),
                        10,
                        "ringing",
                        "dialing",
                        "video",
                        "alice",
                        "bob",
                        "c1",
                        Story.DIALLED.plus(Story.RING_TIME),
                        25_000L,
                        false,
                        null,
                        null,
                        "ring",
                        null,
                        null,
                        Story.DIALLED));
    }

    @Test
    void namesOnlyDevicesOfTheReceivingUser() {
        // Given
        Story story = Story.begin();
        story.initiated();
        story.answered("bob-phone");
        // When
        List<Delivery> deliveries = Frames.of(story.hungUp(), SOON);
        // Then
        assertThat(deliveries)
                .extracting(
                        delivery -> delivery.audience().userId(),
                        delivery -> view(delivery).deviceId())
                .containsExactlyInAnyOrder(tuple("alice", "alice-phone"), tuple("bob", "bob-phone"));
    }

    @Test
    void keepsTheRingOfACallThatWaits() {
        // Given
        Story story = Story.begin();
        CallNews initiated = story.initiated();
        CallNews waiting = story.waiting().recalling(initiated.call());
        // When
        Stream<CallView> views = Frames.of(waiting, SOON).stream().map(FramesTest::view);
        // Then
        assertThat(views)
                .hasSize(2)
                .allMatch(CallView::waiting)
                .allMatch(view -> Story.DIALLED.plus(Story.RING_TIME).equals(view.ringDeadline()));
    }

    @Test
    void tellsAUsersDevicesWhatHeHasSeen() {
        // When
        Delivery delivery = Frames.seen("bob", SOON);
        // Then
        assertThat(delivery).isEqualTo(new Delivery(Audience.all("bob"), new Frame.OfSeen(SOON)));
    }

    @Test
    void saysNothingOfRingingOnceItIsAnswered() {
        // Given
        Story story = Story.begin();
        CallNews initiated = story.initiated();
        CallNews answered = story.answered("bob-phone").recalling(initiated.call());
        // When
        Stream<CallView> views = Frames.of(answered, SOON).stream().map(FramesTest::view);
        // Then
        assertThat(views).allSatisfy(view -> {
            assertThat(view.ringDeadline()).isNull();
            assertThat(view.ringRemainingMs()).isNull();
            assertThat(view.waiting()).isNull();
        });
    }

    @Test
    void tellsAllParticipantsOfAMessage() {
        // Given
        WrittenMessage message =
                new WrittenMessage("m1", "c1", "system", "call", List.of("alice", "bob"), null, Story.DIALLED);
        // When
        List<Delivery> deliveries = Frames.of(message);
        // Then
        assertThat(deliveries)
                .containsExactly(
                        new Delivery(Audience.all("alice"), new Frame.OfMessage(message)),
                        new Delivery(Audience.all("bob"), new Frame.OfMessage(message)));
    }

    private static List<Delivery> frames(String news) {
        Story story = news.endsWith("silently") ? Story.beginSilent() : Story.begin();
        CallNews initiated = story.initiated();
        return switch (news.replace(" silently", "")) {
            case "initiated" -> Frames.of(initiated, SOON);
            case "initiated too late" -> Frames.of(initiated, Story.DIALLED.plus(Story.RING_TIME));
            case "alerting" -> Frames.of(story.alerting().recalling(initiated.call()), SOON);
            case "answered" -> Frames.of(story.answered("bob-phone"), SOON);
            case "ready while ringing" -> Frames.of(story.ready(), SOON);
            case "ready" -> Frames.of(answeredAndReady(story), SOON);
            case "waiting" -> Frames.of(story.waiting().recalling(initiated.call()), SOON);
            case "connected" -> Frames.of(story.connected(), SOON);
            case "moved" -> Frames.of(story.movedTo("bob-tablet"), SOON);
            case "cancelled" -> Frames.of(story.cancelled(), SOON);
            case "unanswered" -> Frames.of(story.unanswered(), SOON);
            case "born busy" -> Frames.of(Story.begin().bornBusy(), SOON);
            case "declined" -> Frames.of(story.declined("bob-phone"), SOON);
            case "declined by no device" -> Frames.of(story.declined(null), SOON);
            case "hung up" -> Frames.of(answeredAndHungUp(story), SOON);
            default -> throw new IllegalArgumentException(news);
        };
    }

    private static CallNews answeredAndReady(Story story) {
        story.answered("bob-phone");
        return story.ready();
    }

    private static CallNews answeredAndHungUp(Story story) {
        story.answered("bob-phone");
        return story.hungUp();
    }

    /** The frames that a device gets, joined, so that one too many shows. */
    private static String told(String device, List<Delivery> deliveries) {
        String user = device.substring(0, device.indexOf('-'));
        String frames = deliveries.stream()
                .filter(delivery -> delivery.audience().userId().equals(user))
                .filter(delivery -> delivery.audience().includes(device))
                .map(delivery -> (OfCall) delivery.frame())
                .map(frame -> frame.call().reason() == null
                        ? frame.event()
                        : frame.event() + " " + frame.call().reason())
                .collect(Collectors.joining(", "));
        return frames.isEmpty() ? null : frames;
    }

    private static Stream<CallView> views(List<Delivery> deliveries, String event) {
        return deliveries.stream()
                .map(delivery -> (OfCall) delivery.frame())
                .filter(frame -> frame.event().equals(event))
                .map(OfCall::call);
    }

    private static CallView view(Delivery delivery) {
        return ((OfCall) delivery.frame()).call();
    }
}
