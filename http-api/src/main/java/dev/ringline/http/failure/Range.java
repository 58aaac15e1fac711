package dev.ringline.http.failure;

import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.annotation.MergedAnnotations;

/** Which whole numbers a value may be: what its constraints say, else what its type can hold. */
record Range(long least, long most) {

    private static final Range OF_LONG = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    static Range of(Class<?> type, MergedAnnotations constraints) {
        var held = heldBy(type);
        return new Range(bound(constraints, "Min", held.least), bound(constraints, "Max", held.most));
    }

    @Override
    public String toString() {
        return "from %d to %d".formatted(least, most);
    }

    private static Range heldBy(Class<?> type) {
        return switch (type.getSimpleName()) {
            case "byte", "Byte" -> new Range(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case "short", "Short" -> new Range(Short.MIN_VALUE, Short.MAX_VALUE);
            case "int", "Integer" -> new Range(Integer.MIN_VALUE, Integer.MAX_VALUE);
            default -> OF_LONG;
        };
    }

    /** By name, because not every application has Bean Validation. */
    private static long bound(MergedAnnotations constraints, String name, long otherwise) {
        MergedAnnotation<?> constraint = constraints.get("jakarta.validation.constraints." + name);
        return constraint.getValue("value", Long.class).orElse(otherwise);
    }
}
