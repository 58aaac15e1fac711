package dev.ringline.notification.push;

import java.time.Instant;

/** Notices of one call that rings for thirty seconds. */
public final class Notices {

    public static final String CALL = "0198c0de-7a31-7c5e-8f00-3d5b1a2c4e6f";
    public static final Instant DIALLED = Instant.parse("2026-03-01T10:00:00Z");
    public static final Instant DEADLINE = DIALLED.plusSeconds(30);

    private Notices() {}

    public static PushNotice ring() {
        return ring("Alice Example", "https://cdn.example/alice.png");
    }

    public static PushNotice ring(String displayName, String avatarUrl) {
        return new PushNotice(
                PushKind.RING,
                CALL,
                1,
                "video",
                "alice",
                "c-1",
                DEADLINE,
                "header.claims.signature",
                displayName,
                avatarUrl,
                null);
    }

    /** Of a call that is not to ring. */
    public static PushNotice call() {
        return new PushNotice(
                PushKind.CALL,
                CALL,
                1,
                "video",
                "alice",
                "c-1",
                DEADLINE,
                "header.claims.signature",
                "Alice Example",
                null,
                null);
    }

    public static PushNotice stop() {
        return ended(PushKind.STOP, "answered_elsewhere");
    }

    public static PushNotice missed() {
        return ended(PushKind.MISSED, "caller_cancelled");
    }

    private static PushNotice ended(PushKind kind, String reason) {
        return new PushNotice(
                kind, CALL, 4, "video", "alice", "c-1", DIALLED.plusSeconds(600), null, "Alice Example", null, reason);
    }
}
