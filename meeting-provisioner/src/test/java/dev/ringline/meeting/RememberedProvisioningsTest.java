package dev.ringline.meeting;

class RememberedProvisioningsTest implements ProvisioningsContract {

    private final Provisionings provisionings = new RememberedProvisionings();

    @Override
    public Provisionings provisionings() {
        return provisionings;
    }
}
