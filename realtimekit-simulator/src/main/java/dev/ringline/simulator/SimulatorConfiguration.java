package dev.ringline.simulator;

import dev.ringline.simulator.app.Apps;
import dev.ringline.simulator.app.Entrance;
import dev.ringline.simulator.app.Signals;
import dev.ringline.simulator.app.World;
import dev.ringline.simulator.fault.Faults;
import dev.ringline.simulator.fault.Quota;
import dev.ringline.simulator.fault.RequestCounts;
import dev.ringline.simulator.room.ParticipantTokens;
import dev.ringline.simulator.webhook.Deliveries;
import dev.ringline.simulator.webhook.Scribe;
import dev.ringline.simulator.webhook.WebhookKey;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulatorProperties.class)
class SimulatorConfiguration {

    @Bean
    SimulatorClock clock() {
        return new SimulatorClock(InstantSource.system());
    }

    @Bean
    Timers timers(SimulatorClock clock) {
        return new Timers(clock);
    }

    @Bean
    Behaviour behaviour(SimulatorProperties properties) {
        return new Behaviour(properties.duplicates(), properties.tokenLifetime());
    }

    @Bean
    ParticipantTokens participantTokens(SimulatorClock clock, Behaviour behaviour) {
        return new ParticipantTokens(clock, behaviour, SigningKey.make());
    }

    @Bean
    WebhookKey webhookKey() {
        return new WebhookKey();
    }

    /** Webhooks speak camelCase, unlike the API. */
    @Bean
    Deliveries deliveries(
            SimulatorClock clock, Timers timers, JsonMapper json, WebhookKey key, SimulatorProperties properties) {
        JsonMapper camelCase = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.LOWER_CAMEL_CASE)
                .build();
        return new Deliveries(
                clock, timers, new Scribe(camelCase, key), properties.webhooks().settings());
    }

    @Bean
    Apps apps(SimulatorProperties properties, SimulatorClock clock, Timers timers, Deliveries deliveries) {
        return new Apps(properties, new World(clock, timers, deliveries));
    }

    @Bean
    Entrance entrance(Apps apps, ParticipantTokens tokens, SimulatorClock clock) {
        return new Entrance(apps, tokens, clock);
    }

    @Bean
    Signals signals() {
        return new Signals();
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    Quota quota(SimulatorClock clock, SimulatorProperties properties) {
        return new Quota(clock, properties.quota().limit());
    }

    @Bean
    RequestCounts requestCounts() {
        return new RequestCounts();
    }
}
