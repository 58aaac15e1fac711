package dev.ringline.simulator.rest.gateway;

import dev.ringline.simulator.app.App;
import dev.ringline.simulator.room.ParticipantTokens.Claims;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, after the gateway let it in.
 *
 * @param app whose resources it asks for; null where none are
 * @param participant what its token says, if it is a participant's browser; null for an app's own server
 * @param legacy whether it came to the older {@code /v2}
 */
public record Caller(@Nullable App app, @Nullable Claims participant, boolean legacy) {}
