package dev.ringline.call.simulation.outbox;

class InMemoryPendingTest extends PendingContract {

    @Override
    Pending make() {
        return new InMemoryPending(false);
    }
}
