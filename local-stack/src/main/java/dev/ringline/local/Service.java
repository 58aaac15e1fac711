package dev.ringline.local;

/** The applications of the stack, each a process of its own. */
public enum Service {
    API_GATEWAY("api-gateway", 0),
    CALL_SERVICE("call-service", 1),
    MEETING_PROVISIONER("meeting-provisioner", 2),
    NOTIFICATION_SERVICE("notification-service", 3),
    MESSAGE_SERVICE("message-service", 4),
    REALTIMEKIT_SIMULATOR("realtimekit-simulator", 5);

    private final String module;
    private final int offset;

    Service(String module, int offset) {
        this.module = module;
        this.offset = offset;
    }

    /** The Maven module, which is also the name of the part. */
    public String module() {
        return module;
    }

    int offset() {
        return offset;
    }

    /** Whether it can start before Kafka and MongoDB are there. */
    boolean needsNoStore() {
        return this == API_GATEWAY || this == REALTIMEKIT_SIMULATOR;
    }
}
