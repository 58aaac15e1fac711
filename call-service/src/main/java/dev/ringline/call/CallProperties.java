package dev.ringline.call;

import dev.ringline.call.FollowUps.BusyPolicy;
import dev.ringline.call.rules.Timers;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code ringline.calls.*}. The timers have their defaults in {@code application.yaml}.
 *
 * @param busy what a call to somebody who is in another call does
 * @param trustConversationId whether a conversation id that the caller names is believed
 */
@ConfigurationProperties("ringline.calls")
public record CallProperties(
        Timers timers,
        @DefaultValue("reject") BusyPolicy busy,
        @DefaultValue("false") boolean trustConversationId) {}
