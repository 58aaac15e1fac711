package dev.ringline.local.part;

import dev.ringline.local.mongodb.Mongod;
import java.util.Optional;

/** The mongod that the launcher started. */
public record MongodPart(Mongod mongod, int port) implements Part {

    public static final String NAME = "mongod";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void start() {
        mongod.start();
    }

    @Override
    public void stop() {
        mongod.stop();
    }

    @Override
    public Optional<ProcessHandle> process() {
        return mongod.process();
    }
}
