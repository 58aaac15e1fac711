package dev.ringline.local.demo;

import dev.ringline.local.Addresses;
import java.net.URI;
import java.util.List;

/**
 * The system that the demo calls.
 *
 * @param gateway its front door
 * @param identity where users get their tokens
 */
record Target(URI gateway, URI identity) {

    private static final int IDENTITY_OFFSET =
            new Addresses(Addresses.DEFAULT_BASE).identityProvider() - Addresses.DEFAULT_BASE;

    static Target parse(List<String> options) {
        var gateway = URI.create(Options.value(options, "--url", "http://localhost:" + Addresses.DEFAULT_BASE));
        var identity = "http://localhost:" + (gateway.getPort() + IDENTITY_OFFSET);
        return new Target(gateway, URI.create(Options.value(options, "--identity", identity)));
    }
}
