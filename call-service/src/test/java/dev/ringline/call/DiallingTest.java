package dev.ringline.call;

import static dev.ringline.call.rules.CallFixtures.ALICE;
import static dev.ringline.call.rules.CallFixtures.BOB;
import static dev.ringline.call.rules.CallFixtures.NOON;
import static dev.ringline.call.rules.CallFixtures.RULES;
import static dev.ringline.call.rules.CallFixtures.dial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.Admission.Verdict;
import dev.ringline.call.CallService.Outcome;
import dev.ringline.call.CallService.Surroundings;
import dev.ringline.call.FollowUps.BusyPolicy;
import dev.ringline.call.rules.Call;
import dev.ringline.call.rules.Call.Dial;
import dev.ringline.call.rules.Call.Status;
import dev.ringline.call.rules.CallCommand.AcceptMeeting;
import dev.ringline.call.rules.CallCommand.Actor;
import dev.ringline.call.rules.CallCommand.Answer;
import dev.ringline.call.rules.CallCommand.DeadlinePassed;
import dev.ringline.call.rules.CallCommand.End;
import dev.ringline.call.rules.CallFixtures;
import dev.ringline.call.rules.CallRules.DialRequest;
import dev.ringline.call.rules.CallState;
import dev.ringline.call.rules.EndReason;
import dev.ringline.call.rules.Media;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DiallingTest {

    private static final Actor CAROL = new Actor("carol", "phone");

    private final InMemoryCalls calls = new InMemoryCalls();
    private final Surroundings surroundings = new Surroundings(_ -> {}, this::now, _ -> {});
    private final CallService service = new CallService(calls, RULES, (_, _) -> Optional.empty(), surroundings);
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = NOON;
    private boolean brokerIsSilent;
    private Verdict verdict = new Verdict.Ring(false);
    private BusyPolicy policy = BusyPolicy.REJECT;
    private final ProviderStatus provider = new ProviderStatus();

    @Test
    void isNotHeldUpByAnOwnDialWhoseTimeIsOver() {
        // Given
        ring(dial(ALICE, "bob"));
        now = now.plus(Duration.ofMinutes(1));

        // When
        Outcome outcome = ring(dial(ALICE, "carol"));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Created.class);
        assertThat(endReason("call-1")).contains(EndReason.NO_ANSWER);
    }

    @Test
    void ringsAUserWhoseCallIsOverdue() {
        // Given
        ring(dial(ALICE, "bob"));
        service.perform("call-1", new Answer(BOB));
        service.apply("call-1", new AcceptMeeting(1, CallFixtures.meeting()));
        now = now.plus(Duration.ofDays(1));

        // When
        Outcome outcome = ring(dial(CAROL, "bob"));

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Created.class,
                        created -> assertThat(created.call().status()).isEqualTo(Status.RINGING));
        assertThat(endReason("call-1")).contains(EndReason.CONNECT_TIMEOUT);
    }

    @Test
    void knowsARepeatedDialWhenANewOneWouldNotBeHeard() {
        // Given
        Dial key = new Dial("key", "request");
        ring(dial(ALICE, "bob", Media.AUDIO, key));
        service.perform("call-1", new End(ALICE));
        calls.leaveRingUnheard();
        brokerIsSilent = true;

        // When
        Outcome repeated = ring(dial(ALICE, "bob", Media.AUDIO, key));
        Outcome fresh = ring(dial(ALICE, "bob"));

        // Then
        assertThat(repeated).isEqualTo(new Outcome.Done(calls.find("call-1").orElseThrow(), false));
        assertThat(fresh).isInstanceOf(Outcome.Unheard.class);
    }

    @Test
    void isBornBusyWhenTheCalleeIsInAnotherCall() {
        // Given
        inCall();

        // When
        Outcome outcome = ring(dial(CAROL, "bob"));

        // Then
        assertThat(callOf(outcome).ending().map(CallState.Ending::reason)).contains(EndReason.BUSY);
        assertThat(callOf(outcome).sequence()).isEqualTo(1);
    }

    @Test
    void ringsAndWaitsWhenThatIsThePolicy() {
        // Given
        policy = BusyPolicy.WAIT;
        inCall();

        // When
        Outcome outcome = ring(dial(CAROL, "bob"));

        // Then
        assertThat(callOf(outcome).isWaiting()).isTrue();
    }

    @Test
    void looksAgainBeforeAnythingIsTold() {
        // Given
        calls.meanwhile(this::inCallWithoutDialling);

        // When
        Outcome outcome = ring(dial(CAROL, "bob"));

        // Then
        assertThat(callOf(outcome).ending().map(CallState.Ending::reason)).contains(EndReason.BUSY);
        assertThat(callOf(outcome).sequence()).isEqualTo(2);
    }

    @Test
    void pretendsToRingWhenTheAppSaysSilent() {
        // Given
        verdict = new Verdict.Silent(false);

        // When
        Call call = callOf(ring(dial(ALICE, "bob")));
        now = now.plusSeconds(1);
        service.apply(call.id(), new DeadlinePassed());

        // Then
        assertThat(calls.find(call.id()).orElseThrow().phase()).isEqualTo(Call.Phase.ALERTING);
        assertThat(service.find(call.id(), "bob")).isEmpty();
        assertThat(calls.ringingFor("bob")).isEmpty();
        assertThat(service.perform(call.id(), new Answer(BOB))).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void letsTheCalleeOfASilentCallDialHimself() {
        // Given
        verdict = new Verdict.Silent(false);
        Call unheard = callOf(ring(dial(ALICE, "bob")));
        verdict = new Verdict.Ring(false);

        // When
        Outcome outcome = ring(dial(BOB, "alice"));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Created.class);
        assertThat(endReason(unheard.id())).contains(EndReason.NO_ANSWER);
    }

    @Test
    void ringsNobodyWhomTheAppDenies() {
        // Given
        verdict = new Verdict.Deny("They blocked you.");

        // When
        Outcome outcome = ring(dial(ALICE, "bob"));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.NotAllowed("They blocked you."));
        assertThat(calls.all(_ -> true)).isEmpty();
    }

    @Test
    void believesAClaimedConversationOnlyWhenTheAppConfirmsIt() {
        // Given
        DialRequest claim = new DialRequest(ALICE, "bob", "family", true, Media.AUDIO, null, null);

        // When
        Outcome unconfirmed = ring(claim);
        verdict = new Verdict.Ring(true);
        Outcome confirmed = ring(claim);

        // Then
        assertThat(unconfirmed).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(callOf(confirmed).parties().conversationId()).isEqualTo("family");
    }

    @Test
    void ringsNobodyWhileTheProviderIsClosedAndThePairHasNoTokens() {
        // Given
        provider.told("realtimekit", 2, now.plusSeconds(60));
        provider.told("realtimekit", 1, null);

        // When
        Outcome outcome = ring(dial(ALICE, "bob"));

        // Then
        assertThat(outcome).isEqualTo(new Outcome.ProviderClosed(Duration.ofSeconds(60)));
    }

    @Test
    void ringsWhileTheProviderIsClosedWhenThePairHasTokens() {
        // Given
        ring(dial(ALICE, "bob"));
        service.apply("call-1", new AcceptMeeting(1, CallFixtures.meeting()));
        service.perform("call-1", new End(ALICE));
        provider.told("realtimekit", 1, now.plusSeconds(60));

        // When
        Outcome outcome = ring(dial(BOB, "alice", Media.VIDEO, null));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Created.class);
    }

    @Test
    void looksAgainForADialThatDied() {
        // Given
        inCall();
        calls.insert(CallFixtures.ring("died", dial(CAROL, "bob"), now), () -> false);

        // When
        boolean stillToBeTold = dialling().lookAgain(calls.find("died").orElseThrow());

        // Then
        assertThat(stillToBeTold).isFalse();
        assertThat(endReason("died")).contains(EndReason.BUSY);
    }

    @Test
    void isBornBusyWhenTheEarlierDialDiedBeforeItLookedAgain() {
        // Given
        inCall();
        calls.insert(CallFixtures.ring("died", dial(CAROL, "bob"), now), () -> false);

        // When
        Outcome outcome = ring(dial(CAROL, "bob"));

        // Then
        assertThat(endReason("died")).contains(EndReason.BUSY);
        assertThat(callOf(outcome).ending().map(CallState.Ending::reason)).contains(EndReason.BUSY);
    }

    private Outcome ring(DialRequest request) {
        return dialling().dial(request);
    }

    private Dialling dialling() {
        return new Dialling(
                calls,
                service,
                RULES,
                new Dialling.Parts(
                        () -> "call-" + ids.incrementAndGet(),
                        () -> Duration.ofSeconds(1),
                        () -> brokerIsSilent,
                        provider,
                        _ -> verdict,
                        new Dialling.Policy(policy, false, Duration.ofHours(4)),
                        surroundings));
    }

    private void inCall() {
        ring(dial(ALICE, "bob"));
        service.perform("call-1", new Answer(BOB));
    }

    /** As another replica would do it. */
    private void inCallWithoutDialling() {
        calls.insert(CallFixtures.ring("other", dial(ALICE, "bob"), now), () -> true);
        service.perform("other", new Answer(BOB));
    }

    private static Call callOf(Outcome outcome) {
        return ((Outcome.Created) outcome).call();
    }

    private Instant now() {
        return now;
    }

    private Optional<EndReason> endReason(String callId) {
        return calls.find(callId).flatMap(Call::ending).map(CallState.Ending::reason);
    }
}
