package dev.ringline.call;

import dev.ringline.testkit.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@RealParts
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MongoCallsIT extends CallsContract {

    @Autowired
    private Calls calls;

    @Override
    Calls calls() {
        return calls;
    }
}
