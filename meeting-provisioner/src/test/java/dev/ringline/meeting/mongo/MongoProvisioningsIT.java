package dev.ringline.meeting.mongo;

import dev.ringline.meeting.Provisionings;
import dev.ringline.meeting.ProvisioningsContract;
import dev.ringline.meeting.realtimekit.StandIn;
import dev.ringline.testkit.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@RealParts
@ActiveProfiles("local")
class MongoProvisioningsIT implements ProvisioningsContract {

    private static final StandIn PROVIDER = StandIn.start();

    @Autowired
    private Provisionings provisionings;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        PROVIDER.configure(properties);
    }

    @Override
    public Provisionings provisionings() {
        return provisionings;
    }
}
