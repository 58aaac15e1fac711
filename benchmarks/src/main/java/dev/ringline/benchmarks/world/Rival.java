package dev.ringline.benchmarks.world;

import java.util.Map;

/** The process of the small service that stores and tells in two ways, {@code outbox} and {@code naive}. */
public final class Rival {

    private final Web web;

    Rival(Web web) {
        this.web = web;
    }

    /** The id of a new thing. */
    public String create(String way) {
        return web.post("/%s/things".formatted(way), Map.of());
    }

    public void answer(String way, String id) {
        web.post("/%s/things/%s/answer".formatted(way, id), Map.of());
    }
}
