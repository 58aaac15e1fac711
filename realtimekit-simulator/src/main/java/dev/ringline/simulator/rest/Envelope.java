package dev.ringline.simulator.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies that wrap every answer. The kit has its own, the gateway in front of it another. */
public sealed interface Envelope {

    static <T> Envelope of(T data) {
        return new Single<>(true, data);
    }

    static Envelope kitError(int status, String message) {
        return new KitError(false, new KitError.Cause(status, message));
    }

    /** What the older API says of wrong credentials. */
    static Envelope message(String message) {
        return new Message(message);
    }

    static Envelope gatewayError(int code, String message) {
        return new GatewayError(false, List.of(new GatewayError.Cause(code, message)), List.of(), null);
    }

    record Single<T>(boolean success, T data) implements Envelope {}

    record Page<T>(boolean success, List<T> data, Position paging) implements Envelope {}

    /** A page of things that {@code data} has under a name. */
    record NamedPage(boolean success, Object data, Position paging) implements Envelope {}

    record Message(String message) implements Envelope {}

    /** Offsets count from 1 and include both ends; of an empty page both are 0. */
    record Position(int totalCount, int startOffset, int endOffset) {}

    /** The one success of the gateway itself. */
    record GatewayResult<T>(boolean success, T result) implements Envelope {}

    record KitError(boolean success, Cause error) implements Envelope {
        record Cause(int code, String message) {}
    }

    record GatewayError(
            boolean success,
            List<Cause> errors,
            List<String> messages,
            @Nullable Object result) implements Envelope {
        record Cause(int code, String message) {}
    }
}
