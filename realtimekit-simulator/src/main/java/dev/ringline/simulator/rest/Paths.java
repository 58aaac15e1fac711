package dev.ringline.simulator.rest;

final class Paths {

    static final String CLIENT = "/client/v4";
    static final String MEETINGS = CLIENT + "/accounts/{account_id}/realtime/kit/{app_id}/meetings";
    static final String MEETING = MEETINGS + "/{meeting_id}";
    static final String PARTICIPANTS = MEETING + "/participants";
    static final String ACTIVE_SESSION = MEETING + "/active-session";

    private Paths() {}
}
