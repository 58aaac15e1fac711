package dev.ringline.local.part;

import dev.ringline.local.identity.IdentityProvider;
import dev.ringline.local.identity.SigningKey;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The identity provider in this JVM. */
public final class IdentityPart implements Part {

    public static final String NAME = "identity-provider";

    private final int port;
    private final Path key;
    private @Nullable IdentityProvider provider;

    public IdentityPart(int port, Path key) {
        this.port = port;
        this.key = key;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return IdentityProvider.issuer(port);
    }

    @Override
    public void start() {
        provider = IdentityProvider.start(port, SigningKey.keptIn(key));
    }

    @Override
    public void stop() {
        if (provider != null) {
            provider.close();
            provider = null;
        }
    }

    @Override
    public Optional<ProcessHandle> process() {
        return Optional.empty();
    }
}
