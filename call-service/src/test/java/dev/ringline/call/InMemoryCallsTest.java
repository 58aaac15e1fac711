package dev.ringline.call;

class InMemoryCallsTest extends CallsContract {

    private final Calls calls = new InMemoryCalls();

    @Override
    Calls calls() {
        return calls;
    }
}
