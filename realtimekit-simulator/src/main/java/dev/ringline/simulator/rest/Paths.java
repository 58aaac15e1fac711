package dev.ringline.simulator.rest;

/** Where the imitated API is: everything of an app is below both prefixes. */
public final class Paths {

    public static final String CLIENT = "/client/v4";
    public static final String ACCOUNT = CLIENT + "/accounts/{account_id}/realtime/kit";
    public static final String APP = ACCOUNT + "/{app_id}";
    public static final String LEGACY = "/v2";
    public static final String ICE_SERVERS = "/iceservers";

    /** What the API's download and upload URLs point at; it is no part of the API. */
    public static final String FILES = "/files";

    private Paths() {}
}
