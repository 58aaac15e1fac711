package dev.ringline.simulator;

import dev.ringline.simulator.Behaviour.Duplicates;
import dev.ringline.simulator.fault.Quota.Limit;
import dev.ringline.simulator.webhook.WebhookSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the simulated account looks like.
 *
 * @param accountId the only account that is served
 * @param appId the only app of that account; it is also the claim {@code orgId} of every token
 * @param apiToken the bearer token that the API accepts; or give {@code apiTokenFile}
 * @param apiTokenFile a file that holds the bearer token; white space around it is ignored
 * @param tokenLifetime how long a participant token lives at first; the control API can change it
 * @param duplicates what adding a custom participant id twice does at first; the control API can change it
 * @param presets the names of the presets that exist in every app at first
 * @param quota how many requests the API token has; none is unlimited
 * @param webhooks how webhooks are delivered
 */
@ConfigurationProperties("ringline.simulator")
public record SimulatorProperties(
        @DefaultValue("0a1b2c3d4e5f60718293a4b5c6d7e8f9") String accountId,

        @DefaultValue("5d1b2f0e-7c64-4f0a-9a53-2b8e6c1d4f70")
        UUID appId,

        @Nullable String apiToken,
        @Nullable Path apiTokenFile,
        @DefaultValue("100d") Duration tokenLifetime,
        @DefaultValue("UPSERT") Duplicates duplicates,

        @DefaultValue({
            "group_call_host",
            "group_call_participant",
            "group_call_guest",
            "webinar_presenter",
            "webinar_viewer",
            "webinar_participant",
            "livestream_host",
            "livestream_viewer"
        })
        List<String> presets,

        @DefaultValue QuotaSettings quota,
        @DefaultValue WebhookDelivery webhooks) {

    /**
     * @param requests per window; 0 is unlimited
     * @param window counts from its first request
     * @param block how long everything is refused once the limit is exceeded; zero is until the window ends
     */
    public record QuotaSettings(
            @DefaultValue("0") int requests,
            @DefaultValue("5m") Duration window,
            @DefaultValue("5m") Duration block) {

        public QuotaSettings {
            require(requests >= 0, "quota.requests must not be negative, but is " + requests);
            require(window.isPositive(), "quota.window must be longer than zero, but is " + window);
            require(!block.isNegative(), "quota.block must not be negative, but is " + block);
        }

        @Nullable
        Limit limit() {
            return requests == 0 ? null : new Limit(requests, window, block);
        }
    }

    /**
     * @param timeout how long an answer may take
     * @param attempts how often a delivery is sent at most
     * @param retryDelay before the first repetition; twice as long before each further one
     */
    public record WebhookDelivery(
            @DefaultValue("3s") Duration timeout,
            @DefaultValue("5") int attempts,
            @DefaultValue("1s") Duration retryDelay) {

        public WebhookDelivery {
            require(timeout.isPositive(), "webhooks.timeout must be longer than zero, but is " + timeout);
            require(attempts > 0, "webhooks.attempts must be at least 1, but is " + attempts);
            require(!retryDelay.isNegative(), "webhooks.retry-delay must not be negative, but is " + retryDelay);
        }

        WebhookSettings settings() {
            return new WebhookSettings(timeout, attempts, retryDelay);
        }
    }

    public SimulatorProperties {
        require(accountId.matches("[A-Za-z0-9-]+"), "account-id may hold letters, digits and hyphens only");
        require(
                (apiToken == null) != (apiTokenFile == null),
                "give either api-token or api-token-file: the token that clients must send");
        require(apiToken == null || !apiToken.isBlank(), "api-token is empty");
        require(tokenLifetime.isPositive(), "token-lifetime must be longer than zero, but is " + tokenLifetime);
        require(!presets.isEmpty(), "presets is empty: no participant could be added");
        presets = List.copyOf(presets);
    }

    /** The token that clients must send. */
    public String acceptedToken() {
        String token = apiToken != null ? apiToken : contentOf(apiTokenFile).strip();
        require(!token.isEmpty(), "the file named by api-token-file is empty");
        return token;
    }

    private static String contentOf(@Nullable Path file) {
        try {
            return file == null ? "" : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("ringline.simulator.api-token-file cannot be read: " + file, e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("ringline.simulator: " + otherwise);
        }
    }

    @Override
    public String toString() {
        return "SimulatorProperties[accountId=" + accountId + ", appId=" + appId + "]";
    }
}
