package dev.ringline.simulator.rest;

import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers only whoever has come past the gateway, and so tells that the API token is good. */
@RestController
class ApiTokenController {

    private final UUID tokenId = UUID.randomUUID();

    @GetMapping(Paths.CLIENT + "/user/tokens/verify")
    Envelope verify() {
        return new Envelope.GatewayResult<>(true, new ApiToken(tokenId, "active"));
    }

    private record ApiToken(UUID id, String status) {}
}
