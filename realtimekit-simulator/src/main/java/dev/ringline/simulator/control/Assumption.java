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
    KICK_SELECTION("May kick name both kinds of ids, or none?", "Exactly one kind: else 400"),
    KICK_UNKNOWN("What if kick names somebody who is not in, among others who are?", "404, and nobody is put out"),
    KICK_ACTION("Which values has action?", "kick and kickAll"),
    KICK_ALL_COUNT("What does kick-all count?", "Participants, each once"),
    KICK_ALL_EMPTY("What does kick-all answer when nobody is in?", "404, as active-session does"),
    AUTHENTICATION_STATUS("Which status has error 10000?", "401 for a missing and for a wrong token"),
    AUTHENTICATION_SCHEME("What answers another scheme than Bearer?", "400 with code 6003"),
    FOREIGN_ROUTE(
            "What answers a foreign account or app, an unknown path, or a method that a path does not have?",
            "404 with code 7003"),
    RATE_LIMIT_BODY("Which body has a 429?", "The gateway's error with code 971, or none: the fault decides");

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
