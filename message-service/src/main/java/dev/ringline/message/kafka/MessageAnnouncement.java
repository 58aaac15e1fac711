package dev.ringline.message.kafka;

import dev.ringline.contracts.CallStatus;
import dev.ringline.contracts.EndReason;
import dev.ringline.contracts.Media;
import dev.ringline.contracts.MessageEvent;
import dev.ringline.contracts.MessageEvent.MessageWritten;
import dev.ringline.message.CallLine;
import dev.ringline.message.SystemMessage;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import java.time.InstantSource;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What the world is told of a message: its one and only event. */
@Component
class MessageAnnouncement implements Function<SystemMessage, EncodedEvent> {

    private static final long ONLY_EVENT = 1;

    private final EventEncoder encoder;
    private final InstantSource clock;

    MessageAnnouncement(EventEncoder encoder, InstantSource clock) {
        this.encoder = encoder;
        this.clock = clock;
    }

    @Override
    public EncodedEvent apply(SystemMessage message) {
        return encoder.encode(event(message), clock.instant());
    }

    private static MessageWritten event(SystemMessage message) {
        return new MessageWritten(
                message.messageId(),
                ONLY_EVENT,
                message.conversationId(),
                SystemMessage.KIND,
                message.participants(),
                line(message.call()),
                message.at());
    }

    private static MessageEvent.CallLine line(CallLine call) {
        return new MessageEvent.CallLine(
                call.callId(),
                Media.valueOf(call.media().name()),
                CallStatus.valueOf(call.status().name()),
                EndReason.valueOf(call.reason().name()),
                call.callerId(),
                call.calleeId(),
                call.startedAt(),
                call.endedAt(),
                call.durationSeconds(),
                call.connected());
    }
}
