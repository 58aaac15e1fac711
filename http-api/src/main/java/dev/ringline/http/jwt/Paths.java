package dev.ringline.http.jwt;

/** Paths that differ from the rule "any valid token". */
public final class Paths {

    private static final String[] PROBES = {"/actuator/health/**", "/actuator/info", "/actuator/prometheus"};
    private static final String[] ADMIN = {"/actuator/**", "/v1/admin/**"};

    private Paths() {}

    /** For probes and scrapers inside the cluster: open to all. */
    public static String[] open() {
        return PROBES.clone();
    }

    /** Only with the admin scope. */
    public static String[] admin() {
        return ADMIN.clone();
    }
}
