package dev.ringline.local.demo;

import java.net.http.HttpClient;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;

/** Caller and callee with their open streams. They are new every time, so that no call of theirs can be in the way. */
record Pair(User caller, User callee, LiveStream callerStream, LiveStream calleeStream) implements AutoCloseable {

    /** Returns when both streams have shown their snapshot. {@code onFrame} is told of every frame and whose it is. */
    static Pair meet(Target target, HttpClient client, BiConsumer<User, Frame> onFrame) {
        var suffix = Integer.toHexString(ThreadLocalRandom.current().nextInt(0x1000, 0x10000));
        var caller = User.logIn("ada-" + suffix, target, client);
        var callee = User.logIn("ben-" + suffix, target, client);
        var pair = new Pair(
                caller,
                callee,
                caller.openStream(frame -> onFrame.accept(caller, frame)),
                callee.openStream(frame -> onFrame.accept(callee, frame)));
        pair.callerStream.awaitSnapshot();
        pair.calleeStream.awaitSnapshot();
        return pair;
    }

    @Override
    public void close() {
        callerStream.close();
        calleeStream.close();
    }
}
