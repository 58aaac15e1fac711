package dev.ringline.simulator;

import dev.ringline.simulator.fault.Faults;
import dev.ringline.simulator.fault.RequestCounts;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SimulatorProperties.class)
class SimulatorConfiguration {

    @Bean
    SimulatorClock clock() {
        return new SimulatorClock(InstantSource.system());
    }

    @Bean
    Behaviour behaviour(SimulatorProperties properties) {
        return new Behaviour(properties.duplicates(), properties.tokenLifetime());
    }

    @Bean
    Presets presets(SimulatorProperties properties) {
        return new Presets(properties.presets());
    }

    @Bean
    Rooms rooms(SimulatorClock clock) {
        return new Rooms(clock);
    }

    @Bean
    ParticipantTokens participantTokens(SimulatorProperties properties, SimulatorClock clock, Behaviour behaviour) {
        return new ParticipantTokens(properties.appId(), clock, behaviour, ParticipantTokens.makeKeys());
    }

    @Bean
    Entrance entrance(Rooms rooms, ParticipantTokens tokens, SimulatorClock clock) {
        return new Entrance(rooms, tokens, clock);
    }

    @Bean
    Faults faults() {
        return new Faults();
    }

    @Bean
    RequestCounts requestCounts() {
        return new RequestCounts();
    }
}
