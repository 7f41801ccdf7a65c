// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class VerifiedTokensTest {
    private final List<String> verified = new ArrayList<>();
    private final List<String> validated = new ArrayList<>();
    private boolean isOver;

    private final VerifiedTokens tokens = new VerifiedTokens(this::verify, token -> {
        validated.add(token.getTokenValue());
        return isOver
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error("over"))
                : OAuth2TokenValidatorResult.success();
    });

    @Test
    void verifiesTheSignatureOnceAndTheClaimsEachTime() {
        assertThat(tokens.decode("good")).isSameAs(tokens.decode("good"));
        tokens.decode("good too");
        assertThat(verified).containsExactly("good", "good too");
        assertThat(validated).containsExactly("good", "good", "good too");
    }

    @Test
    void refusesATokenThatHasEndedSinceItWasVerified() {
        tokens.decode("good");
        isOver = true;
        assertThatExceptionOfType(JwtValidationException.class)
                .isThrownBy(() -> tokens.decode("good"))
                .satisfies(refused -> assertThat(refused.getErrors())
                        .extracting(OAuth2Error::getErrorCode)
                        .containsExactly("over"));
    }

    @Test
    void doesNotCacheABadSignature() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("bad"));
        }
        assertThat(verified).containsExactly("bad", "bad");
        assertThat(validated).isEmpty();
    }

    private Jwt verify(String token) {
        verified.add(token);
        if (token.equals("bad")) {
            throw new BadJwtException("bad signature");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "HS256")
                .subject(UUID.randomUUID().toString())
                .claim(AccessTokens.SESSION_CLAIM, UUID.randomUUID().toString())
                .claim(AccessTokens.ROLE_CLAIM, "student")
                .expiresAt(Instant.now().plus(Duration.ofMinutes(5)))
                .build();
    }
}
