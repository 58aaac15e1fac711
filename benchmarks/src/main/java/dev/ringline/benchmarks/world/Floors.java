package dev.ringline.benchmarks.world;

import dev.ringline.benchmarks.load.Latencies;
import java.time.Duration;
import java.util.Map;

/** The process of the floors. */
public final class Floors {

    private static final String BODY = "{\"calleeId\":\"nobody\",\"media\":\"video\"}";

    private final int port;
    private final Web web;
    private final ProcessHandle process;

    Floors(int port, ProcessHandle process) {
        this.port = port;
        this.web = new Web(port);
        this.process = process;
    }

    public ProcessHandle process() {
        return process;
    }

    /** Where they listen; there are live streams, too, of Tomcat's kind. */
    public int port() {
        return port;
    }

    /** Bare Spring MVC: a body in, a body out. */
    public void post() {
        web.post("/echo", Map.of(), BODY);
    }

    /** Bare Spring MVC and Spring Data: one of a thousand documents. */
    public void read(int number) {
        web.get("/documents/document-" + Math.floorMod(number, 1_000), Map.of());
    }

    /**
     * Open-model load inside the process of the floors.
     *
     * @param floor {@code write}, {@code hop}, {@code write-and-hop} or {@code life}
     */
    public Latencies open(String floor, double rate, Duration length, long seed) {
        return Latencies.decode(web.post(
                "/open/%s?rate=%s&millis=%d&seed=%d".formatted(floor, rate, length.toMillis(), seed), Map.of()));
    }

    /** Closed-model load inside the process of the floors: how much was done in a second. */
    public double closed(String floor, int clients, Duration length) {
        return Double.parseDouble(
                web.post("/closed/%s?clients=%d&millis=%d".formatted(floor, clients, length.toMillis()), Map.of()));
    }
}
