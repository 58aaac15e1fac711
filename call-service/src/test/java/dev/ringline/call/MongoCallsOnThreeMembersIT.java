package dev.ringline.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringline.testkit.RealParts;
import dev.ringline.testkit.mongodb.OnThreeMembers;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.test.context.ContextConfiguration;

@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = OnThreeMembers.class)
class MongoCallsOnThreeMembersIT extends CallsContract {

    @Autowired
    private Calls calls;

    @Autowired
    private MongoTemplate mongo;

    @BeforeEach
    void hasThreeMembers() {
        Document hello = mongo.executeCommand(new Document("hello", 1));
        assertThat(hello.getList("hosts", String.class)).hasSize(3);
    }

    @Override
    Calls calls() {
        return calls;
    }
}
