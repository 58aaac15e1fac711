package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import dev.ringline.local.Service;
import dev.ringline.local.machine.Console;
import dev.ringline.local.part.Part;
import java.time.Duration;

/** What {@code up} tells people. */
final class Guide {

    private Guide() {}

    static void ready(Part part, Duration took) {
        Console.say("  %-22s ready after %6s   %s".formatted(part.name(), Console.seconds(took), part.address()));
    }

    static void allReady(Addresses addresses) {
        Console.say("""

                Ringline is up.

                  gateway          http://localhost:%1$d
                  its metrics      http://localhost:%3$d/actuator/prometheus
                  tokens           http://localhost:%2$d/token?user=alice

                What to try next, in another terminal:

                  ./ringline demo                                       a whole call, event by event
                  curl -sN -H @.ringline/bob localhost:%1$d/v1/stream   what bob's phone sees
                  curl -s -H @.ringline/alice localhost:%1$d/v1/calls -d '{"calleeId":"bob","media":"video"}'
                  ./ringline status · ./ringline logs · ./ringline down
                """.formatted(
                addresses.of(Service.API_GATEWAY), addresses.identityProvider(), addresses.gatewayManagement()));
    }
}
