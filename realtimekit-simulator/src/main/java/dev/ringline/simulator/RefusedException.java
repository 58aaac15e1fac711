package dev.ringline.simulator;

/** A request that the imitated service refuses, with the status and the message it answers. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    private RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    public static RefusedException badRequest(String complaint) {
        return new RefusedException(400, "BAD_REQUEST: " + complaint);
    }

    public static RefusedException notFound() {
        return notFound("Error: resource not found");
    }

    public static RefusedException notFound(String message) {
        return new RefusedException(404, message);
    }

    public static RefusedException forbidden(String message) {
        return new RefusedException(403, message);
    }

    public static RefusedException conflict(String message) {
        return new RefusedException(409, message);
    }

    public int status() {
        return status;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
