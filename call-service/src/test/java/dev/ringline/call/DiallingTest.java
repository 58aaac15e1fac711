package dev.ringline.call;

import static dev.ringline.call.CallFixtures.ALICE;
import static dev.ringline.call.CallFixtures.BOB;
import static dev.ringline.call.CallFixtures.NOON;
import static dev.ringline.call.CallFixtures.RULES;
import static dev.ringline.call.CallFixtures.dial;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.call.Call.Dial;
import dev.ringline.call.Call.Status;
import dev.ringline.call.CallCommand.Answer;
import dev.ringline.call.CallCommand.End;
import dev.ringline.call.CallService.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DiallingTest {

    private final InMemoryCalls calls = new InMemoryCalls();
    private final Surroundings surroundings = new Surroundings(_ -> {}, this::now, _ -> {});
    private final CallService service = new CallService(calls, RULES, (_, _) -> Optional.empty(), surroundings);
    private final AtomicInteger ids = new AtomicInteger();
    private Instant now = NOON;
    private boolean brokerIsSilent;
    private final Dialling dialling = new Dialling(
            calls,
            service,
            RULES,
            new Dialling.Parts(() -> "call-" + ids.incrementAndGet(), () -> brokerIsSilent, surroundings));

    @Test
    void isNotHeldUpByAnOwnDialWhoseTimeIsOver() {
        // Given
        dialling.dial(dial(ALICE, "bob"));
        now = now.plus(Duration.ofMinutes(1));

        // When
        Outcome outcome = dialling.dial(dial(ALICE, "carol"));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Created.class);
        assertThat(endReason("call-1")).contains(EndReason.NO_ANSWER);
    }

    @Test
    void ringsAUserWhoseLongestCallIsOver() {
        // Given
        dialling.dial(dial(ALICE, "bob"));
        service.perform("call-1", new Answer(BOB));
        service.apply("call-1", new CallCommand.AcceptMeeting(CallFixtures.meeting(1)));
        now = now.plus(Duration.ofDays(1));

        // When
        Outcome outcome = dialling.dial(dial(new CallCommand.Actor("carol", "phone"), "bob"));

        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Created.class,
                        created -> assertThat(created.call().status()).isEqualTo(Status.RINGING));
        assertThat(endReason("call-1")).contains(EndReason.MAX_DURATION);
    }

    @Test
    void knowsARepeatedDialWhenANewOneWouldNotBeHeard() {
        // Given
        Dial key = new Dial("key", "request");
        dialling.dial(dial(ALICE, "bob", Media.AUDIO, key));
        service.perform("call-1", new End(ALICE));
        calls.leaveRingUnheard();
        brokerIsSilent = true;

        // When
        Outcome repeated = dialling.dial(dial(ALICE, "bob", Media.AUDIO, key));
        Outcome fresh = dialling.dial(dial(ALICE, "bob"));

        // Then
        assertThat(repeated).isEqualTo(new Outcome.Done(calls.find("call-1").orElseThrow(), false));
        assertThat(fresh).isInstanceOf(Outcome.Unheard.class);
    }

    private Instant now() {
        return now;
    }

    private Optional<EndReason> endReason(String callId) {
        return calls.find(callId).flatMap(Call::ending).map(CallState.Ending::reason);
    }
}
