package dev.ringline.local;

import dev.ringline.local.part.Part;
import java.time.Duration;

/** Is told when a part is ready. */
@FunctionalInterface
public interface Progress {

    /** {@code took}: from the part's own start. */
    void ready(Part part, Duration took);
}
