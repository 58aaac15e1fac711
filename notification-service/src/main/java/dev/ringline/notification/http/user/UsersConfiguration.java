package dev.ringline.notification.http.user;

import dev.ringline.http.jwt.SecurityProperties;
import dev.ringline.notification.rules.erasure.Erasure;
import dev.ringline.notification.rules.user.Users;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;

/** Wires what is learned of users. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProfileProperties.class)
class UsersConfiguration {

    @Bean
    ProfileFilter profileFilter(
            Users users,
            Erasure erasure,
            ProfileProperties claims,
            SecurityProperties security,
            AsyncTaskExecutor applicationTaskExecutor) {
        return new ProfileFilter(users, erasure, claims, security, applicationTaskExecutor);
    }
}
