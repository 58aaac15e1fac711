package dev.ringline.notification.mongo;

import dev.ringline.notification.rules.device.DeviceStore;
import dev.ringline.notification.rules.device.DeviceStoreContract;
import dev.ringline.testkit.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@RealParts
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "ringline.stream.keep-alive=1s")
class MongoDevicesIT extends DeviceStoreContract {

    @Autowired
    private DeviceStore store;

    @Override
    protected DeviceStore store() {
        return store;
    }
}
