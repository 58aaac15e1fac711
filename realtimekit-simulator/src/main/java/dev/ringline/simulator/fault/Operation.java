package dev.ringline.simulator.fault;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the imitated API can be asked. Requests are counted and faults are switched on by these names. */
public enum Operation {
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
    VERIFY_API_TOKEN("GET", "/client/v4/user/tokens/verify");

    private final String method;
    private final Pattern path;

    Operation(String method, String template) {
        this.method = method;
        this.path = Pattern.compile(template.replace("{}", "[^/]+"));
    }

    private static String kit(String path) {
        return "/client/v4/accounts/{}/realtime/kit/{}" + path;
    }

    /** The operation that a request asks for, if there is one. */
    public static Optional<Operation> of(String method, String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.method.equals(method))
                .filter(operation -> operation.path.matcher(path).matches())
                .findFirst();
    }
}
