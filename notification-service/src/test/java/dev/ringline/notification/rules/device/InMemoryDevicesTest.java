package dev.ringline.notification.rules.device;

class InMemoryDevicesTest extends DeviceStoreContract {

    private final DeviceStore store = new InMemoryDevices();

    @Override
    protected DeviceStore store() {
        return store;
    }
}
