package dev.ringline.notification.mongo;

import dev.ringline.notification.rules.user.Users;
import dev.ringline.notification.rules.user.UsersContract;
import dev.ringline.testkit.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ringline.stream.keep-alive=1s")
class MongoUsersIT extends UsersContract {

    @Autowired
    private Users users;

    @Override
    protected Users users() {
        return users;
    }
}
