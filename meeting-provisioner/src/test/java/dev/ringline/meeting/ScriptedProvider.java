package dev.ringline.meeting;

import dev.ringline.meeting.MeetingProvider.JoinToken;
import dev.ringline.meeting.MeetingProvider.NewParticipant;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Failed;
import dev.ringline.meeting.MeetingProvider.ProviderOutcome.Success;
import dev.ringline.meeting.RingingCall.MeetingMedia;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A provider that succeeds unless told otherwise, and does what a test wants while it is asked. */
final class ScriptedProvider implements MeetingProvider {

    private final Deque<ProviderFailure> failures = new ArrayDeque<>();
    private final List<String> requests = new ArrayList<>();
    private Runnable meanwhile = () -> {};
    private int meetings;

    void fails(ProviderFailure... next) {
        failures.addAll(List.of(next));
    }

    void meanwhile(Runnable event) {
        meanwhile = event;
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public ProviderOutcome<String> createMeeting(String callId, Instant until) {
        requests.add("create " + callId);
        return answer("meeting-" + ++meetings);
    }

    @Override
    public ProviderOutcome<NewParticipant> addParticipant(
            String meetingId, String userId, MeetingMedia media, Instant until) {
        requests.add("add " + userId + " to " + meetingId);
        return answer(new NewParticipant(
                "participant-of-" + userId, new JoinToken("clear-token-of-" + userId, Fixtures.EXPIRY)));
    }

    @Override
    public ProviderOutcome<String> closeMeeting(String meetingId, Instant until) {
        requests.add("close " + meetingId);
        return answer(meetingId);
    }

    private <T> ProviderOutcome<T> answer(T value) {
        Runnable event = meanwhile;
        meanwhile = () -> {};
        event.run();
        ProviderFailure failure = failures.poll();
        return failure == null ? new Success<>(value) : new Failed<>(failure);
    }
}
