package dev.ringline.http.jwt;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.ringline.http.failure.SecurityFailures;
import dev.ringline.http.ring.RingTokens;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** Checks tokens. Left out where the application has no Spring Security, as the gateway. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration"
        })
@ConditionalOnWebApplication
@ConditionalOnClass(JwtDecoder.class)
@EnableConfigurationProperties(SecurityProperties.class)
public class JwtConfiguration {

    @Bean
    JwtDecoder jwtDecoder(SecurityProperties properties) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(TokenKeys.of(properties.jwt().keySource()));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the rules below say more
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(TokenRules.of(properties));
        return new KnownTokens(withRings(decoder, properties), TokenRules.notExpired(), Ticker.systemTicker());
    }

    private static JwtDecoder withRings(JwtDecoder ofApp, SecurityProperties properties) {
        var keys = properties.ringKeysFile();
        return keys == null ? ofApp : new TokenTypes(ofApp, RingTokens.decoder(keys, TokenRules.notExpired()));
    }

    @Bean
    JwtAuthenticationConverter jwtAuthenticationConverter(SecurityProperties properties) {
        var converter = new JwtAuthenticationConverter();
        var scopes = new JwtGrantedAuthoritiesConverter();
        converter.setJwtGrantedAuthoritiesConverter(
                token -> RingTokens.isOne(token) ? List.of() : scopes.convert(token));
        converter.setPrincipalClaimName(properties.userClaim());
        return converter;
    }

    @Bean
    Callers callers(SecurityProperties properties) {
        return new Callers(properties);
    }

    @Bean
    SecurityFailures securityFailures() {
        return new SecurityFailures();
    }
}
