// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.time.Duration;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/** Signature and verification of access tokens, with one algorithm, one key, one issuer and one audience. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DataKeys.class)
class JwtConfiguration {
    private final SecretKey key;

    JwtConfiguration(DataKeys secrets) {
        var bytes = DataKeys.bytesOf(secrets.jwtSecret(), "jwt-secret", "make one with: openssl rand -base64 48");
        key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    @Bean
    JwtEncoder jwtEncoder() {
        return new NimbusJwtEncoder(new ImmutableSecret<>(key));
    }

    @Bean
    JwtDecoder jwtDecoder() {
        var signatures = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .validateType(false) // it knows only JWT; JwtTypeValidator is stricter
                .build();
        signatures.setJwtValidator(any -> OAuth2TokenValidatorResult.success());
        var standard = new DelegatingOAuth2TokenValidator<>(
                new JwtTypeValidator(AccessTokens.TYPE),
                new JwtTimestampValidator(
                        Duration.ZERO), // no skew, because the clock that verifies has issued the token
                new JwtIssuerValidator(AccessTokens.ISSUER),
                new JwtAudienceValidator(AccessTokens.AUDIENCE));
        return new VerifiedTokens(signatures, standard);
    }
}
