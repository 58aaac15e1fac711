package dev.ringline.simulator.control;

import dev.ringline.simulator.Entrance;
import dev.ringline.simulator.Entrance.Admission;
import dev.ringline.simulator.Entrance.Admission.Admitted;
import dev.ringline.simulator.Entrance.Admission.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@RestController
@RequestMapping(ControlPaths.ROOT + "/peers")
class PeersController {

    private final Entrance entrance;

    PeersController(Entrance entrance) {
        this.entrance = entrance;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Joined join(@RequestBody Join request) {
        return switch (entrance.join(request.token())) {
            case Admitted admitted -> Joined.of(admitted);
            case Refusal refusal -> throw refused(refusal);
        };
    }

    @DeleteMapping("/{peerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID peerId) {
        if (!entrance.leave(peerId)) {
            throw new ControlProblem(404, "unknown-peer", "No peer " + peerId + " is in a session");
        }
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
