package dev.ringline.call.kafka;

import dev.ringline.call.Users.Fact;
import dev.ringline.contracts.UserEvent;
import dev.ringline.contracts.UserEvent.CallsSeen;
import dev.ringline.contracts.UserEvent.UserErased;
import dev.ringline.messaging.EncodedEvent;
import dev.ringline.messaging.EventEncoder;
import java.util.function.Function;

/** Makes the event of what is told of a user. */
record UserEventMapper(EventEncoder encoder) implements Function<Fact, EncodedEvent> {

    @Override
    public EncodedEvent apply(Fact fact) {
        return switch (fact) {
            case Fact.Seen seen -> encoder.encode(event(seen), seen.at());
            case Fact.Erased erased -> encoder.encode(event(erased), erased.at());
        };
    }

    private static UserEvent event(Fact.Seen seen) {
        return new CallsSeen(seen.userId(), seen.sequence(), seen.upTo(), seen.at());
    }

    private static UserEvent event(Fact.Erased erased) {
        return new UserErased(erased.userId(), erased.sequence(), erased.at());
    }
}
