package dev.ringline.notification;

import static java.util.Comparator.comparing;

import dev.ringline.notification.Frame.OfCall;
import dev.ringline.notification.Frame.Snapshot;
import dev.ringline.notification.LiveCall.End;
import dev.ringline.notification.LiveCall.Side;
import dev.ringline.notification.LiveCall.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is sent when: from news to frames and their audiences, without state. */
public final class Frames {

    /** How long a snapshot still shows a call that is over, so that whoever reconnects learns how it ended. */
    static final Duration ENDED_SHOWN = Duration.ofSeconds(60);

    private Frames() {}

    /** The frames that news of a call causes at {@code now}. */
    public static List<Delivery> of(CallNews news, Instant now) {
        return new Telling(news.call(), now).of(news.kind());
    }

    /** What the devices of a user are told who has looked at his missed calls. */
    public static Delivery seen(String userId, Instant upTo) {
        return new Delivery(Audience.all(userId), new Frame.OfSeen(upTo));
    }

    /** The frames of a written message. */
    public static List<Delivery> of(WrittenMessage message) {
        return message.participants().stream()
                .map(user -> new Delivery(Audience.all(user), new Frame.OfMessage(message)))
                .toList();
    }

    /** What a device that connects at {@code now} is told of the known calls of its user. */
    static Snapshot snapshot(Collection<LiveCall> calls, String userId, String deviceId, Instant now) {
        List<Snapshot.Item> items = calls.stream()
                .filter(call -> isShown(call, userId, now))
                .sorted(comparing(LiveCall::at).reversed())
                .map(call ->
                        new Snapshot.Item(call.sequence(), new Perspective(call, userId, now).inSnapshotOf(deviceId)))
                .toList();
        return new Snapshot(items, now);
    }

    private static boolean isShown(LiveCall call, String userId, Instant now) {
        return call.knownTo().contains(userId)
                && !call.isOverSince(now.minus(ENDED_SHOWN))
                && !(call.isCallee(userId) && call.status() == Status.RINGING && !call.ringsAt(now));
    }

    /** The frames of one call at one moment. */
    private record Telling(LiveCall call, Instant now) {

        List<Delivery> of(CallNews.Kind kind) {
            Stream<Delivery> told = switch (kind) {
                case INITIATED -> initiated();
                case ALERTING -> whileItRings(toAll(call.caller(), "call.alerting"));
                case ANSWERED -> answered();
                case READY -> Stream.of(call.caller(), call.callee()).flatMap(this::ready);
                case WAITING -> whileItRings(toBoth("call.waiting"));
                case CONNECTED -> Stream.of(toBoth("call.connected"));
                case MOVED -> Stream.of(toBoth("call.moved"));
                case EVIDENCE_WANTED -> Stream.empty();
                case ENDED -> ended();
            };
            return told.filter(delivery ->
                            call.knownTo().contains(delivery.audience().userId()))
                    .toList();
        }

        private Stream<Delivery> initiated() {
            return whileItRings(incoming(), toAll(call.caller(), "call.outgoing"));
        }

        private Stream<Delivery> whileItRings(Delivery... deliveries) {
            return call.ringsAt(now) ? Stream.of(deliveries) : Stream.empty();
        }

        private Delivery incoming() {
            Side callee = call.callee();
            return delivery(
                    Audience.all(callee.userId()), Frame.INCOMING, from(callee).ringing());
        }

        private Stream<Delivery> answered() {
            Delivery caller = toAll(call.caller(), "call.answered");
            return Stream.concat(Stream.of(caller), answeredBy(call.callee()));
        }

        private Stream<Delivery> answeredBy(Side callee) {
            return device(callee).stream()
                    .flatMap(device -> Stream.of(
                            delivery(
                                    Audience.only(callee.userId(), device),
                                    "call.answered",
                                    from(callee).view()),
                            delivery(
                                    Audience.allBut(callee.userId(), device),
                                    "call.stopped",
                                    from(callee).because("answered_elsewhere"))));
        }

        private Stream<Delivery> ready(Side side) {
            return device(side).stream()
                    .map(device -> delivery(
                            Audience.only(side.userId(), device),
                            "call.ready",
                            from(side).view()));
        }

        private Stream<Delivery> ended() {
            Delivery caller = toAll(call.caller(), "call.ended");
            return Stream.concat(Stream.of(caller), endedForCallee());
        }

        private Stream<Delivery> endedForCallee() {
            Side callee = call.callee();
            return decliningDevice()
                    .map(device -> Stream.of(
                            delivery(
                                    Audience.only(callee.userId(), device),
                                    "call.ended",
                                    from(callee).view()),
                            delivery(
                                    Audience.allBut(callee.userId(), device),
                                    "call.ended",
                                    from(callee).declinedElsewhere())))
                    .orElseGet(() -> Stream.of(toAll(callee, "call.ended")));
        }

        private Optional<String> decliningDevice() {
            return call.status() == Status.DECLINED
                    ? Optional.ofNullable(call.end()).map(End::byDevice)
                    : Optional.empty();
        }

        private static Optional<String> device(Side side) {
            return Optional.ofNullable(side.deviceId());
        }

        private Delivery[] toBoth(String event) {
            return new Delivery[] {toAll(call.callee(), event), toAll(call.caller(), event)};
        }

        private Delivery toAll(Side side, String event) {
            return delivery(Audience.all(side.userId()), event, from(side).view());
        }

        private Delivery delivery(Audience audience, String event, CallView view) {
            return new Delivery(audience, new OfCall(event, call.sequence(), view));
        }

        private Perspective from(Side side) {
            return new Perspective(call, side.userId(), now);
        }
    }
}
