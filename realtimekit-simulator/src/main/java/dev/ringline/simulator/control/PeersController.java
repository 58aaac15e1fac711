package dev.ringline.simulator.control;

import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.Timers;
import dev.ringline.simulator.app.Entrance;
import dev.ringline.simulator.room.Admission;
import dev.ringline.simulator.room.Admission.Admitted;
import dev.ringline.simulator.room.Admission.Refusal;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@CrossOrigin(methods = {RequestMethod.POST, RequestMethod.DELETE})
@RestController
@RequestMapping(ControlPaths.ROOT + "/peers")
class PeersController {

    private final Entrance entrance;
    private final SimulatorClock clock;
    private final Timers timers;

    PeersController(Entrance entrance, SimulatorClock clock, Timers timers) {
        this.entrance = entrance;
        this.clock = clock;
        this.timers = timers;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Joined join(@RequestBody Join request) {
        return joined(entrance.join(request.token()));
    }

    @DeleteMapping("/{peerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID peerId) {
        demand(entrance.leave(peerId), peerId);
    }

    /** The connection is lost without a word: the provider notices, and says so, only after a while. */
    @PostMapping("/{peerId}/drop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(@PathVariable UUID peerId, @RequestBody Drop drop) {
        demand(entrance.isIn(peerId), peerId);
        long millis = drop.noticedAfterMillis() == null ? 0 : drop.noticedAfterMillis();
        timers.at(clock.instant().plus(Duration.ofMillis(millis)), () -> entrance.leave(peerId));
    }

    /** Comes back as a new peer; an old one that is still in is put out. */
    @PostMapping("/{peerId}/reconnect")
    @ResponseStatus(HttpStatus.CREATED)
    Joined reconnect(@PathVariable UUID peerId, @RequestBody Reconnect how) {
        return joined(
                entrance.reconnect(peerId, Boolean.TRUE.equals(how.joinFirst())).orElseThrow(() -> unknown(peerId)));
    }

    /** The provider says that a peer left although it did not. */
    @PostMapping("/{peerId}/phantom-leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sayThatLeft(@PathVariable UUID peerId) {
        demand(entrance.sayThatLeft(peerId), peerId);
    }

    private static Joined joined(Admission admission) {
        return switch (admission) {
            case Admitted admitted -> Joined.of(admitted);
            case Refusal refusal -> throw refused(refusal);
        };
    }

    private static void demand(boolean known, UUID peerId) {
        if (!known) {
            throw unknown(peerId);
        }
    }

    private static ControlProblem unknown(UUID peerId) {
        return new ControlProblem(404, "unknown-peer", "No peer " + peerId + " is in a session");
    }

    private static ControlProblem refused(Refusal refusal) {
        return switch (refusal) {
            case TOKEN_INVALID ->
                new ControlProblem(401, "token-invalid", "The token was not issued by this simulator");
            case TOKEN_EXPIRED -> new ControlProblem(401, "token-expired", "The token has expired: refresh it");
            case GONE -> new ControlProblem(404, "gone", "The meeting is unknown or the participant was deleted");
            case MEETING_INACTIVE -> new ControlProblem(403, "meeting-inactive", "The meeting is INACTIVE");
            case NAME_MISSING ->
                new ControlProblem(409, "name-missing", "The participant has no name: add or update it with one");
        };
    }

    record Join(String token) {

        Join {
            Demand.present("token", token);
        }

        @Override
        public String toString() {
            return "Join[]";
        }
    }

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Drop(@Nullable Long noticedAfterMillis) {

        Drop {
            Demand.atLeast(0, "noticedAfterMillis", noticedAfterMillis);
        }
    }

    /** @param joinFirst whether the new peer joins before the old one is reported as left; left out is no */
    @JsonNaming(LowerCamelCaseStrategy.class)
    record Reconnect(@Nullable Boolean joinFirst) {}

    @JsonNaming(LowerCamelCaseStrategy.class)
    record Joined(UUID peerId, UUID sessionId, UUID meetingId, UUID participantId) {

        private static Joined of(Admission.Admitted admitted) {
            return new Joined(
                    admitted.peer().id(),
                    admitted.sessionId(),
                    admitted.meetingId(),
                    admitted.peer().participant().id());
        }
    }
}
