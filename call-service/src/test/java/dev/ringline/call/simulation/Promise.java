package dev.ringline.call.simulation;

/** What must be true of every run, whatever happens in it. */
enum Promise {
    I1("at most one live call per pair, one dial and one ongoing call per user"),
    I2("what has ended never changes"),
    I3("exactly one end and exactly one line per call"),
    I4("only the device that holds its side has a grant"),
    I5("nothing rings once the end is known, nor beyond deadline, grace and two seconds"),
    I6("every ring on a device is followed by a stop for that device"),
    I7("no peer stays in the session of an ended call for more than a minute"),
    I8("nobody but the two participants gets a token or learns of the call"),
    I9("replaying a topic from the start changes nothing"),
    I10("whatever dies between two steps, nothing is lost: every decision is told, in order, and has its effect"),
    BUSY("no call simply rings for a user in another call once all have looked who had to"),
    BUSY_TRULY("no call ends as busy whose callee was in no other call while it rang"),
    ASKED("nobody ends a call but who asked for it");

    private final String words;

    Promise(String words) {
        this.words = words;
    }

    void keep(boolean kept, Object about) {
        if (!kept) {
            throw new Broken(this, about);
        }
    }

    /** A promise that was not kept. */
    static final class Broken extends AssertionError {

        private final transient Promise promise;

        private Broken(Promise promise, Object about) {
            super(promise + " (" + promise.words + ") is broken: " + about);
            this.promise = promise;
        }

        Promise promise() {
            return promise;
        }
    }
}
