package dev.ringline.notification;

class InMemoryProjectionTest extends ProjectionContract {

    private final Projection projection = new InMemoryProjection();

    @Override
    protected Projection projection() {
        return projection;
    }
}
