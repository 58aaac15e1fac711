package dev.ringline.simulator.control;

/**
 * Everything that no document says about the real service and that had to be decided here. A test against a real account
 * can settle each of them.
 */
enum Assumption {
    SECOND_ADD(
            "What does adding a custom participant id twice do?",
            "201 with the same participant, changed, and a new token; the behaviour DUPLICATE adds a second one, CONFLICT answers 409"),
    TOKEN_LIFETIME(
            "How long does a participant token live?",
            "100 days, the only published sample; the behaviour tokenLifetimeSeconds changes it"),
    REFRESH_REVOKES_NOTHING("Does a new token revoke the older one?", "No: every token is good until its exp"),
    NAMELESS_JOIN(
            "When does the join of a participant without a name fail?",
            "Always; the API accepts the participant all the same"),
    UNKNOWN_PRESET("What answers an unknown preset name?", "400 with the kit's error"),
    UNKNOWN_THING("Which message has the 404 of an unknown meeting or participant?", "Error: resource not found"),
    ADD_TO_INACTIVE("Can a participant be added to an INACTIVE meeting?", "No: 400. Tokens can still be refreshed"),
    INSIDE_WHEN_INACTIVE(
            "Are people inside dropped when a meeting becomes INACTIVE?", "No: they stay until they leave"),
    INSIDE_WHEN_DELETED("Is a live peer dropped when its participant is deleted?", "No: it stays until kicked"),
    PUT_KEEPS_STATUS("Does PUT open an INACTIVE meeting again?", "No: the status stays, everything else is replaced"),
    UNKNOWN_FIELD("What answers a field that no schema names?", "400: the field is not allowed"),
    BAD_ID("What answers an id that is no UUID?", "400: must be a valid GUID"),
    BAD_VALUE(
            "What answers a value of the wrong type or out of range, such as a keep-alive of 59 s?",
            "400 with the first complaint, in the words of Joi"),
    NESTED_CONFIG(
            "How are ai_config and recording_config checked?",
            "They must be objects; what is in them is kept unchecked"),
    MISSING_BODY("What does a POST or PATCH without a body do?", "The same as with an empty object"),
    BAD_JSON("What answers a body that is not JSON?", "400 with the kit's error"),
    WRONG_MEDIA_TYPE("What answers another content type than JSON?", "415 with the kit's error"),
    NULL_IN_PATCH("What does null mean when a participant is changed?", "The same as leaving the field out"),
    FIRST_PAGE("Do pages count from 0 or from 1?", "Both 0 and 1 are the first page"),
    PAGE_SIZE("How long is a page?", "20 unless asked, at most 100; 0 is 20"),
    EMPTY_PAGE("Which offsets has an empty page?", "0 and 0"),
    LIST_ORDER("In which order are lists?", "Meetings from the newest, participants from the oldest"),
    SEARCH("How does search compare?", "The text is anywhere in id or title, upper and lower case alike"),
    TIME_FILTER("Which time do start_time and end_time filter by?", "The creation of the meeting, both ends included"),
    NAME_PARAMETER("What does the query parameter name of GET meeting do?", "Nothing"),
    KEEP_ALIVE_SHOWS(
            "Does active-session show a session that waits out its keep-alive?", "No: 404 as soon as nobody is in"),
    LIVE_PARTICIPANTS("Does live_participants count peers or people?", "Peers"),
    KICK_SELECTION("May kick name both kinds of ids, or none?", "Both may be named; none is a 400"),
    KICK_UNKNOWN("What if kick names somebody who is not in, among others who are?", "404, and nobody is put out"),
    KICK_ACTION("Which values has action?", "kick, kickAll, mute, muteAll and createPoll"),
    MUTE("Are mute and mute-all there on the current API?", "Yes, on both prefixes; they change nothing that shows"),
    KICK_ALL_COUNT("What does kick-all count?", "Participants, each once"),
    KICK_ALL_EMPTY("What does kick-all answer when nobody is in?", "404, as active-session does"),
    AUTHENTICATION_STATUS("Which status has error 10000?", "401 for a missing and for a wrong token"),
    AUTHENTICATION_SCHEME("What answers another scheme than Bearer?", "400 with code 6003"),
    FOREIGN_ROUTE(
            "What answers a foreign account or app, an unknown path, or a method that a path does not have?",
            "404 with code 7003"),
    RATE_LIMIT_BODY(
            "Which body has a 429?",
            "The gateway's error with code 971, or none: the fault decides. The older API has none"),
    QUOTA_BLOCK(
            "What happens when the quota is exceeded?",
            "429 for everything until the block has passed, five minutes unless set; requests meanwhile do not make it longer"),
    QUOTA_SCOPE(
            "Which requests count against the quota?",
            "Those with a good API token, whatever their answer; browsers' are free. One window for all operations"),
    LEGACY_KEY("Which API key has an app on the older prefix?", "The API token, for every app"),
    LEGACY_UNKNOWN_PATH("What answers an unknown path of the older prefix?", "404 with the kit's error"),
    LEGACY_TOKEN_REFUSED("What answers a participant's token that is expired or not one?", "401 Unauthorized"),
    NEW_APP_PRESETS("Which presets has an app that was created over the API?", "The same as the configured one"),
    CREATE_APP_STATUS("Which status has the answer to a new app?", "200"),
    PRESET_STATUS("Which status has the answer to a new preset?", "201"),
    PRESET_PATCH(
            "What does PATCH do inside an object of a preset?", "Fields that it does not name stay, at every depth"),
    PRESET_UNKNOWN_FIELDS("What becomes of unknown fields inside config, permissions and ui?", "They are kept"),
    PRESET_CHANGE("Whom does the change of a preset reach?", "Those who are added or change to it from then on"),
    PRESET_DEFAULTS("What do the default presets hold?", "What their names say: the view, and rights of hosts"),
    SESSION_END_TIME("When did a session end that waited out its keep-alive?", "At the last leave plus the keep-alive"),
    SESSION_LIST(
            "In which order are sessions, and how is participants=1:10 meant?",
            "From the newest; people, both included"),
    SESSION_PARTICIPANT_ID(
            "Which id names a participant of a session?", "The peer's id; the participant's is taken too"),
    CONSOLIDATED("What does view=consolidated show?", "One row per participant, with the id of its last peer"),
    PEER_REPORT("What does a peer report hold?", "The row of the peer; what would have been measured is empty"),
    SESSION_FILES("Has every session a chat, a transcript and a summary?", "Yes, empty ones, for seven days"),
    SUMMARY_STATUS("Which status has a summary that was asked for?", "IN_PROGRESS"),
    RECORDER_SPEED(
            "How long does a recorder take to join and to upload?",
            "No time: the first answer says INVOKED or UPLOADING, the next look RECORDING or UPLOADED"),
    RECORDING_END("When does a recording of an empty meeting stop?", "When the session ends, after the keep-alive"),
    RECORDING_ACTION("What answers an action that does not fit the state?", "409 with the kit's error"),
    RECORDER_PEER("Is a recorder a peer, does it produce participantJoined?", "No"),
    LIVESTREAM_CONFLICT("What answers a second livestream of a meeting?", "409 with the kit's error"),
    LIVESTREAM_LIST(
            "Which form has the list of livestreams?", "That of every list: data is an array, paging beside it"),
    WEBHOOK_URL("Which URLs may a webhook have?", "http and https, each once per app"),
    WEBHOOK_ORDER(
            "In which order do deliveries come?",
            "Per webhook in the order of the events, one after the other; what is repeated comes later"),
    WEBHOOK_RETRY(
            "How often is a delivery repeated after a 5xx or silence, and how long may an answer take?",
            "Four times, after 1, 2, 4 and 8 s; 3 s. ringline.simulator.webhooks changes that"),
    WEBHOOK_UUID("Is rtk-uuid the same over repetitions?", "Yes; the fault newUuidOnRetry changes it"),
    WEBHOOK_THROTTLE("Is delivery throttled after many failures?", "No"),
    WEBHOOK_KEY("When does the signing key change?", "Never by itself: the control API rotates it"),
    WEBHOOK_SELECTION(
            "Which events does a webhook get that was changed meanwhile?", "Those it asked for when they happened"),
    LEFT_ENDED_AT("What is meeting.endedAt in participantLeft?", "The time of the leave"),
    RECORDING_ENDED_AT(
            "What is meeting.endedAt in recording.statusUpdate?", "The time the recording stopped, once it did"),
    AFTER_CALL_EVENTS(
            "When are chatSynced, transcript and summary told?",
            "Right after meeting.ended, if persist_chat, transcribe_on_end or summarize_on_end is on"),
    RECONNECT_EVENTS(
            "Which events does a reconnect within seconds produce?",
            "participantLeft and participantJoined, in the order that the test chose"),
    DROP_NOTICED("When is a lost connection noticed?", "After as long as the test says"),
    KICK_ALL_REASON("Which reason has meeting.ended after kick-all over REST?", "HOST_ENDED_MEETING"),
    ICE_SERVERS("Which ICE servers are handed out?", "None"),
    CHAT_UPLOAD("Where does a browser upload files to?", "Back to the simulator, up to 1 MiB each, the newest hundred");

    private final String question;
    private final String choice;

    Assumption(String question, String choice) {
        this.question = question;
        this.choice = choice;
    }

    String question() {
        return question;
    }

    String choice() {
        return choice;
    }
}
