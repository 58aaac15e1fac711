package dev.ringline.simulator.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the imitated API can be asked. Requests are counted and faults are switched on by these names. */
public enum Operation {
    LIST_APPS("GET", account("/apps")),
    CREATE_APP("POST", account("/apps")),
    CREATE_MEETING("POST", kit("/meetings")),
    LIST_MEETINGS("GET", kit("/meetings")),
    GET_MEETING("GET", kit("/meetings/{}")),
    UPDATE_MEETING("PATCH", kit("/meetings/{}")),
    REPLACE_MEETING("PUT", kit("/meetings/{}")),
    ADD_PARTICIPANT("POST", kit("/meetings/{}/participants")),
    LIST_PARTICIPANTS("GET", kit("/meetings/{}/participants")),
    GET_PARTICIPANT("GET", kit("/meetings/{}/participants/{}")),
    UPDATE_PARTICIPANT("PATCH", kit("/meetings/{}/participants/{}")),
    DELETE_PARTICIPANT("DELETE", kit("/meetings/{}/participants/{}")),
    REFRESH_TOKEN("POST", kit("/meetings/{}/participants/{}/token")),
    GET_ACTIVE_SESSION("GET", kit("/meetings/{}/active-session")),
    KICK("POST", kit("/meetings/{}/active-session/kick")),
    KICK_ALL("POST", kit("/meetings/{}/active-session/kick-all")),
    MUTE("POST", kit("/meetings/{}/active-session/mute")),
    MUTE_ALL("POST", kit("/meetings/{}/active-session/mute-all")),
    CREATE_POLL("POST", kit("/meetings/{}/active-session/poll")),
    LIST_SESSIONS("GET", kit("/sessions")),
    GET_PEER_REPORT("GET", kit("/sessions/peer-report/{}")),
    GET_SESSION("GET", kit("/sessions/{}")),
    LIST_SESSION_PARTICIPANTS("GET", kit("/sessions/{}/participants")),
    GET_SESSION_PARTICIPANT("GET", kit("/sessions/{}/participants/{}")),
    GET_SESSION_CHAT("GET", kit("/sessions/{}/chat")),
    GET_SESSION_TRANSCRIPT("GET", kit("/sessions/{}/transcript")),
    GET_SESSION_SUMMARY("GET", kit("/sessions/{}/summary")),
    MAKE_SESSION_SUMMARY("POST", kit("/sessions/{}/summary")),
    LIST_PRESETS("GET", kit("/presets")),
    CREATE_PRESET("POST", kit("/presets")),
    GET_PRESET("GET", kit("/presets/{}")),
    UPDATE_PRESET("PATCH", kit("/presets/{}")),
    REPLACE_PRESET("PUT", kit("/presets/{}")),
    DELETE_PRESET("DELETE", kit("/presets/{}")),
    LIST_WEBHOOK_EVENTS("GET", kit("/webhooks/all")),
    LIST_WEBHOOKS("GET", kit("/webhooks")),
    CREATE_WEBHOOK("POST", kit("/webhooks")),
    GET_WEBHOOK("GET", kit("/webhooks/{}")),
    UPDATE_WEBHOOK("PATCH", kit("/webhooks/{}")),
    REPLACE_WEBHOOK("PUT", kit("/webhooks/{}")),
    DELETE_WEBHOOK("DELETE", kit("/webhooks/{}")),
    START_RECORDING("POST", kit("/recordings"), true),
    LIST_RECORDINGS("GET", kit("/recordings"), true),
    START_TRACK_RECORDING("POST", kit("/recordings/track"), true),
    GET_ACTIVE_RECORDING("GET", kit("/recordings/active-recording/{}"), true),
    GET_RECORDING("GET", kit("/recordings/{}"), true),
    ACT_ON_RECORDING("PUT", kit("/recordings/{}"), true),
    START_LIVESTREAM("POST", kit("/meetings/{}/livestreams"), true),
    STOP_LIVESTREAM("POST", kit("/meetings/{}/active-livestream/stop"), true),
    GET_ACTIVE_LIVESTREAM("GET", kit("/meetings/{}/active-livestream"), true),
    LIST_LIVESTREAMS("GET", kit("/livestreams")),
    CREATE_LIVESTREAM("POST", kit("/livestreams")),
    GET_LIVESTREAM_SESSION("GET", kit("/livestreams/sessions/{}")),
    GET_LIVESTREAM("GET", kit("/livestreams/{}")),
    GET_ACTIVE_LIVESTREAM_SESSION("GET", kit("/livestreams/{}/active-livestream-session")),
    GET_ANALYTICS("GET", kit("/analytics/daywise")),
    GET_LIVESTREAM_ANALYTICS("GET", kit("/analytics/livestreams/overall")),
    GET_LIVESTREAM_ANALYTICS_BY_DAY("GET", kit("/analytics/livestreams/daywise")),
    GET_PARTICIPANT_DETAILS("GET", "/v2/internals/participant-details", true),
    GET_ICE_SERVERS("GET", "/iceservers", true),
    GET_ACTIVE_TRANSCRIPT("GET", "/v2/meetings/{}/active-transcript", true),
    UPLOAD_CHAT_FILE("POST", "/v2/meetings/chat-upload", true),
    VERIFY_API_TOKEN("GET", "/client/v4/user/tokens/verify");

    private final String method;
    private final Pattern path;
    private final boolean openToParticipants;

    Operation(String method, String template) {
        this(method, template, false);
    }

    Operation(String method, String template, boolean openToParticipants) {
        this.method = method;
        this.path = Pattern.compile(template.replace("{}", "[^/]+"));
        this.openToParticipants = openToParticipants;
    }

    private static String account(String path) {
        return "/client/v4/accounts/{}/realtime/kit" + path;
    }

    private static String kit(String path) {
        return "(?:/client/v4/accounts/{}/realtime/kit/{}|/v2)" + path;
    }

    /** The operation that a request asks for, if there is one. */
    public static Optional<Operation> of(String method, String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.method.equals(method))
                .filter(operation -> operation.path.matcher(path).matches())
                .findFirst();
    }

    /** Whether a participant's token may ask for it, as the browser SDK does. */
    public boolean isOpenToParticipants() {
        return openToParticipants;
    }
}
