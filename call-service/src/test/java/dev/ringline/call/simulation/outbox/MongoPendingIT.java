package dev.ringline.call.simulation.outbox;

import dev.ringline.duework.MongoPending;
import dev.ringline.messaging.EventPublisher;
import dev.ringline.testkit.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.mongodb.core.MongoTemplate;

@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MongoPendingIT extends PendingContract {

    @Autowired
    private MongoTemplate mongo;

    @Autowired
    private EventPublisher publisher;

    @Override
    Pending make() {
        return new MongoPending(mongo, publisher);
    }
}
