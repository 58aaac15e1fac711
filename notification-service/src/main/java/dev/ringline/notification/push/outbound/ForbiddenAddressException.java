package dev.ringline.notification.push.outbound;

/** All addresses of a host are our own network's. */
final class ForbiddenAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host) {
        super(host + " is not at a public address");
    }
}
