package dev.ringline.message;

class InMemoryTombstonesTest extends TombstonesContract {

    private final Tombstones tombstones = new InMemoryTombstones();

    @Override
    protected Tombstones tombstones() {
        return tombstones;
    }
}
