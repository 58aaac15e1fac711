package dev.ringline.simulator.control;

import dev.ringline.simulator.RefusedException;
import dev.ringline.simulator.app.Apps;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets recordings of the configured app fail. */
@RestController
@RequestMapping(ControlPaths.ROOT + "/recordings")
class RecordingsControl {

    private final Apps apps;

    RecordingsControl(Apps apps) {
        this.apps = apps;
    }

    @PostMapping("/{id}/fail")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void fail(@PathVariable UUID id) {
        try {
            apps.configured().recordings().fail(id);
        } catch (RefusedException refusal) {
            throw new ControlProblem(refusal.status(), "recording-cannot-fail", refusal.getMessage());
        }
    }
}
