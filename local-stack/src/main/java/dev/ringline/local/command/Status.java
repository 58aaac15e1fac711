package dev.ringline.local.command;

import dev.ringline.local.Addresses;
import dev.ringline.local.Home;
import dev.ringline.local.identity.IdentityProvider;
import dev.ringline.local.machine.Console;
import dev.ringline.local.machine.TextFile;

/** {@code status}: what runs and where; exit 0 only when all of it is ready. */
record Status(Home home) {

    int run() {
        if (home.pid(Launcher.NAME).process().isEmpty()) {
            Console.complain("Ringline is not running. Start it: ./ringline up -d");
            return 1;
        }
        var addresses = addresses(home);
        var parts = PartStatus.all(home, addresses);
        parts.forEach(part -> Console.say(part.line()));
        Console.say("  tokens for programs: %s/token?user=alice"
                .formatted(IdentityProvider.issuer(addresses.identityProvider())));
        return parts.stream().allMatch(PartStatus::isReady) ? 0 : 1;
    }

    /** Those of the stack that runs or ran last. */
    static Addresses addresses(Home home) {
        return new Addresses(
                TextFile.read(home.portBase()).map(Integer::parseInt).orElse(Addresses.DEFAULT_BASE));
    }
}
