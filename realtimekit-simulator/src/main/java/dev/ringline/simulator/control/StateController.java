package dev.ringline.simulator.control;

import dev.ringline.simulator.Behaviour;
import dev.ringline.simulator.Behaviour.Duplicates;
import dev.ringline.simulator.SimulatorClock;
import dev.ringline.simulator.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.PropertyNamingStrategies.LowerCamelCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Changes how the simulator behaves, what time it has, and puts everything back. */
@RestController
@RequestMapping(ControlPaths.ROOT)
class StateController {

    private final Behaviour behaviour;
    private final SimulatorClock clock;
    private final Timers timers;
    private final Oblivion oblivion;

    StateController(Behaviour behaviour, SimulatorClock clock, Timers timers, Oblivion oblivion) {
        this.behaviour = behaviour;
        this.clock = clock;
        this.timers = timers;
        this.oblivion = oblivion;
    }

    @GetMapping("/behaviour")
    BehaviourBody behaviour() {
        return BehaviourBody.of(behaviour);
    }

    @PatchMapping("/behaviour")
    BehaviourBody behave(@RequestBody BehaviourBody change) {
        Optional.ofNullable(change.duplicates()).ifPresent(behaviour::treatDuplicatesAs);
        Optional.ofNullable(change.tokenLifetimeSeconds())
                .map(Duration::ofSeconds)
                .ifPresent(behaviour::letTokensLive);
        return behaviour();
    }

    @GetMapping("/clock")
    Clock clock() {
        return new Clock(clock.instant());
    }

    @PostMapping("/clock/advance")
    Clock advance(@RequestBody Advance by) {
        timers.advance(Duration.ofSeconds(by.seconds()));
        return clock();
    }

    /** Forgets all that happened; behaviour and time are as at the start. The signing keys stay. */
    @PostMapping("/reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset() {
        oblivion.forgetEverything();
        behaviour.reset();
        clock.reset();
    }

    @JsonNaming(LowerCamelCaseStrategy.class)
    record BehaviourBody(
            @Nullable Duplicates duplicates, @Nullable Long tokenLifetimeSeconds) {

        BehaviourBody {
            Demand.atLeast(1, "tokenLifetimeSeconds", tokenLifetimeSeconds);
        }

        private static BehaviourBody of(Behaviour behaviour) {
            return new BehaviourBody(
                    behaviour.duplicates(), behaviour.tokenLifetime().toSeconds());
        }
    }

    record Clock(Instant now) {}

    record Advance(long seconds) {

        Advance {
            Demand.atLeast(1, "seconds", seconds);
        }
    }
}
