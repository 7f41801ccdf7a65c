package dev.ashlar.kernel.web.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import dev.ashlar.kernel.application.LiveSessions;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signs and verifies access tokens: one algorithm, one key, one issuer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JwtProperties.class)
class JwtConfiguration {
    @Bean
    JwtEncoder jwtEncoder(JwtProperties properties) {
        return new NimbusJwtEncoder(new ImmutableSecret<>(properties.key()));
    }

    @Bean
    JwtDecoder jwtDecoder(JwtProperties properties, LiveSessions sessions) {
        var signatures = NimbusJwtDecoder.withSecretKey(properties.key())
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        signatures.setJwtValidator(any -> OAuth2TokenValidatorResult.success());
        // The clock that verifies is the clock that issued: no allowance for skew.
        return new VerifiedTokens(
                signatures,
                new LiveSessionCheck(
                        new DelegatingOAuth2TokenValidator<>(
                                new JwtTimestampValidator(Duration.ZERO),
                                new JwtIssuerValidator(AccessTokens.ISSUER),
                                new AshlarClaims()),
                        sessions));
    }
}
