package dev.ringline.message.mongo;

import dev.ringline.message.Tombstones;
import dev.ringline.message.TombstonesContract;
import dev.ringline.message.running.RunningService;
import org.springframework.beans.factory.annotation.Autowired;

@RunningService
class MongoTombstonesIT extends TombstonesContract {

    @Autowired
    Tombstones tombstones;

    @Override
    protected Tombstones tombstones() {
        return tombstones;
    }
}
