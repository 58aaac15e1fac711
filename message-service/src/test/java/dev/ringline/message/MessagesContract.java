package dev.ringline.message;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.message.Messages.Selection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every keeper of messages does. Users and conversations are new in each test, so that tests can share a store. */
public abstract class MessagesContract {

    private final String test = UUID.randomUUID().toString();
    private final String alice = "alice-" + test;
    private final String bob = "bob-" + test;
    private final String carol = "carol-" + test;

    protected abstract Messages messages();

    @Test
    void keepsAMessageOnce() {
        // Given
        EndedCall ended = call("call").call();
        messages().keep(ended.message(), ended.fingerprint());

        // When
        Optional<Fingerprint> former = messages().keep(ended.message(), ended.fingerprint());

        // Then
        assertThat(former).contains(ended.fingerprint());
        assertThat(messages().list(all(alice))).containsExactly(ended.message());
    }

    @Test
    void neverOverwrites() {
        // Given
        EndedCall first = call("call").call();
        EndedCall second = call("call").lasting(60).call();
        messages().keep(first.message(), first.fingerprint());

        // When
        Optional<Fingerprint> former = messages().keep(second.message(), second.fingerprint());

        // Then
        assertThat(former).contains(first.fingerprint());
        assertThat(messages().find(first.message().messageId(), alice)).contains(first.message());
    }

    @Test
    void returnsWhatWasKeptUnchanged() {
        // Given
        EndedCall ended = call("call").audio().lasting(125).call();

        // When
        Optional<Fingerprint> former = messages().keep(ended.message(), ended.fingerprint());

        // Then
        assertThat(former).isEmpty();
        assertThat(messages().find(ended.message().messageId(), bob)).contains(ended.message());
    }

    @Test
    void showsAMessageToItsParticipantsOnly() {
        // Given
        SystemMessage silent = keep(call("call").silently());

        // When
        Optional<SystemMessage> found = messages().find(silent.messageId(), alice);

        // Then
        assertThat(found).contains(silent);
        assertThat(messages().find(silent.messageId(), bob)).isEmpty();
        assertThat(messages().list(all(bob))).isEmpty();
        assertThat(messages().list(in("c-" + test, bob))).isEmpty();
    }

    @Test
    void listsNewestFirstAndByIdWithinAMillisecond() {
        // Given
        SystemMessage old = keep(call("z"));
        SystemMessage low = keep(call("a").later(Duration.ofMillis(1)));
        SystemMessage high = keep(call("b").later(Duration.ofMillis(1)));

        // When
        List<SystemMessage> listed = messages().list(all(alice));

        // Then
        assertThat(listed).containsExactly(high, low, old);
    }

    @Test
    void goesOnBelowAPositionInTheMiddleOfAMillisecond() {
        // Given
        SystemMessage old = keep(call("z"));
        SystemMessage low = keep(call("a").later(Duration.ofMillis(1)));
        SystemMessage high = keep(call("b").later(Duration.ofMillis(1)));

        // When
        List<SystemMessage> listed = messages().list(new Selection(alice, null, high.position(), 10));

        // Then
        assertThat(listed).containsExactly(low, old);
    }

    @Test
    void listsNoMoreThanTheLimit() {
        // Given
        keep(call("a"));
        SystemMessage newest = keep(call("b"));

        // When
        List<SystemMessage> listed = messages().list(new Selection(alice, null, null, 1));

        // Then
        assertThat(listed).containsExactly(newest);
    }

    @Test
    void listsOneConversationOfOneParticipant() {
        // Given
        SystemMessage mine = keep(call("a"));
        keep(call("b").in("other-" + test));
        keep(call("c").between(carol, bob));

        // When
        List<SystemMessage> listed = messages().list(in("c-" + test, alice));

        // Then
        assertThat(listed).containsExactly(mine);
    }

    @Test
    void replacesAUserInEveryMessageAndNobodyElse() {
        // Given
        keep(call("a"));
        keep(call("b").between(bob, alice));
        SystemMessage foreign = keep(call("c").between(carol, bob));

        // When
        long changed = messages().replaceUser(alice, "erased-" + test);

        // Then
        assertThat(changed).isEqualTo(2);
        assertThat(messages().list(all("erased-" + test)))
                .extracting(SystemMessage::participants)
                .containsExactly(List.of(bob, "erased-" + test), List.of("erased-" + test, bob));
        assertThat(messages().list(all(alice))).isEmpty();
        assertThat(messages().find(foreign.messageId(), carol)).contains(foreign);
    }

    @Test
    void replacesTheCalleeOfASilentCallToo() {
        // Given
        SystemMessage silent = keep(call("a").silently());

        // When
        long changed = messages().replaceUser(bob, "erased-" + test);

        // Then
        assertThat(changed).isEqualTo(1);
        SystemMessage found = messages().find(silent.messageId(), alice).orElseThrow();
        assertThat(found.call().calleeId()).isEqualTo("erased-" + test);
        assertThat(found.participants()).containsExactly(alice);
    }

    @Test
    void takesAnIdForNothingButAnId() {
        // Given
        String dollar = "$at-" + test;
        SystemMessage message = keep(call("a").between(dollar, bob));

        // When
        messages().replaceUser(dollar, "erased-" + test);

        // Then
        assertThat(messages().find(message.messageId(), bob).orElseThrow().participants())
                .containsExactly("erased-" + test, bob);
    }

    @Test
    void forgetsWhatAMessageOfAnErasedUserWasMadeFrom() {
        // Given
        EndedCall ended = call("call").call();
        messages().keep(ended.message(), ended.fingerprint());
        messages().replaceUser(alice, "erased-" + test);

        // When
        Optional<Fingerprint> former = messages().keep(ended.message(), ended.fingerprint());

        // Then
        assertThat(former).contains(Fingerprint.ERASED);
    }

    private Calls call(String name) {
        return Calls.missed(name + "-" + test).between(alice, bob).in("c-" + test);
    }

    private SystemMessage keep(Calls call) {
        return call.keptBy(messages());
    }

    private static Selection all(String participant) {
        return new Selection(participant, null, null, 10);
    }

    private static Selection in(String conversationId, String participant) {
        return new Selection(participant, conversationId, null, 10);
    }
}
