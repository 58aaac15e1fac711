package dev.ringline.message.http;

import dev.ringline.message.SystemMessage;
import java.time.Instant;
import java.util.List;

/**
 * A message as readers get it: facts to render in their own words, and a text for those that only show text.
 *
 * @param type {@code system}
 * @param kind {@code call}
 */
record MessageView(
        String messageId,
        String conversationId,
        String type,
        String kind,
        List<String> participants,
        CallView call,
        String text,
        Instant at) {

    static MessageView of(SystemMessage message, CallText text) {
        return new MessageView(
                message.messageId(),
                message.conversationId(),
                "system",
                SystemMessage.KIND,
                message.participants(),
                CallView.of(message.call()),
                text.of(message.call()),
                message.at());
    }
}
