package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.fault.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Checks the credentials of those who come to one of the two prefixes, and where they want to go. */
interface Guard {

    boolean guards(String path);

    Passage check(HttpServletRequest request, Optional<Operation> operation);
}
