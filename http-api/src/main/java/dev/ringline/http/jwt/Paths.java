package dev.ringline.http.jwt;

import dev.ringline.http.ring.RingAccess;

/** Paths that differ from the rule "any token of the app". */
public final class Paths {

    /** The live stream: for woken devices too. */
    public static final String STREAM = "/v1/stream";

    private static final String[] PROBES = {"/actuator/health/**", "/actuator/info", "/actuator/prometheus"};
    private static final String[] ADMIN = {"/actuator/**", "/v1/admin/**"};

    private static final String CALL = "/v1/calls/{" + RingAccess.CALL_ID + "}";
    private static final String[] RING = {CALL + "/alerting", CALL + "/decline"};

    private Paths() {}

    /** For probes and scrapers inside the cluster: open to all. */
    public static String[] open() {
        return PROBES.clone();
    }

    /** Only with the admin scope. */
    public static String[] admin() {
        return ADMIN.clone();
    }

    /** The call that rings, to look at. */
    public static String ringing() {
        return CALL;
    }

    /** What a woken device may do about the call that rings. */
    public static String[] ringCommands() {
        return RING.clone();
    }
}
