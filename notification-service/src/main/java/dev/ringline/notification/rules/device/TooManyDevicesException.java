package dev.ringline.notification.rules.device;

/** The user has as many devices as allowed; one has to go before the next is registered. */
public final class TooManyDevicesException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int most;

    TooManyDevicesException(int most) {
        super("There are %d devices already".formatted(most), null, false, false);
        this.most = most;
    }

    /** How many are allowed. */
    public int most() {
        return most;
    }
}
