package dev.ringline.simulator.rest;

/** Where the imitated API is. */
public final class Paths {

    public static final String CLIENT = "/client/v4";
    public static final String MEETINGS = CLIENT + "/accounts/{account_id}/realtime/kit/{app_id}/meetings";
    public static final String MEETING = MEETINGS + "/{meeting_id}";
    public static final String PARTICIPANTS = MEETING + "/participants";
    public static final String ACTIVE_SESSION = MEETING + "/active-session";

    private Paths() {}
}
