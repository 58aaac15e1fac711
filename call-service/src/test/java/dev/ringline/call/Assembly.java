package dev.ringline.call;

import dev.ringline.call.CallService.Observer;
import dev.ringline.call.CallService.Surroundings;
import dev.ringline.call.FollowUps.BusyPolicy;
import dev.ringline.call.JoinGrant.Token;
import dev.ringline.call.rules.CallFixtures;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** The services of one process over any calls, for tests of other packages. */
public record Assembly(CallService service, Dialling dialling, FollowUps followUps) {

    /**
     * What a process is put together from.
     *
     * @param pause what it does before it tries again
     */
    public record Parts(
            Calls calls,
            InstantSource clock,
            Observer observer,
            Runnable pause,
            Supplier<String> ids,
            Admission admission,
            BusyPolicy busy) {}

    /** A process with the rules of {@link CallFixtures}, whose tokens can all be opened. */
    public static Assembly of(Parts parts) {
        Surroundings surroundings = new Surroundings(
                parts.observer(), parts.clock(), _ -> parts.pause().run());
        CallService service = new CallService(
                parts.calls(), CallFixtures.RULES, (_, _) -> Optional.of(new Token("token")), surroundings);
        Dialling dialling = new Dialling(
                parts.calls(),
                service,
                CallFixtures.RULES,
                new Dialling.Parts(
                        parts.ids(),
                        () -> Duration.ofSeconds(1),
                        () -> false,
                        new ProviderStatus(),
                        parts.admission(),
                        new Dialling.Policy(parts.busy(), true, Duration.ofHours(4)),
                        surroundings));
        return new Assembly(service, dialling, new FollowUps(parts.calls(), service, parts.busy()));
    }
}
