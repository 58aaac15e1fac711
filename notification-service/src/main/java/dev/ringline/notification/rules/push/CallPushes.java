package dev.ringline.notification.rules.push;

import dev.ringline.notification.CallNews;

/** Sees to it that devices are told of calls by push. */
@FunctionalInterface
public interface CallPushes {

    /** Stores what the news asks of the callee's devices; doing it again changes nothing. Waits for the store. */
    void on(CallNews news);
}
