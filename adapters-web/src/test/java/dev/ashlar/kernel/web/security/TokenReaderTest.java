// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class TokenReaderTest {
    private final Jwt token = Jwt.withTokenValue("good")
            .header("alg", "HS256")
            .subject(UUID.randomUUID().toString())
            .claim(AccessTokens.SESSION_CLAIM, UUID.randomUUID().toString())
            .claim(AccessTokens.ROLE_CLAIM, "student")
            .build();
    private boolean isLive = true;
    private boolean isRemembered = true;

    private final TokenReader reader = new TokenReader(
            List.of(),
            _ -> new JwtAuthenticationToken(token),
            (user, session, role, isChange) -> isChange ? isLive : isRemembered);

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
    void letsReadersInByTheSessionInMemory(String method) {
        isLive = false;
        assertThat(caller(new MockHttpServletRequest(method, "/"))).isInstanceOf(JwtAuthenticationToken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "MOVE"})
    void letsWritersInByTheStoredSession(String method) {
        assertThat(caller(new MockHttpServletRequest(method, "/"))).isInstanceOf(JwtAuthenticationToken.class);
        isLive = false;
        var request = new MockHttpServletRequest(method, "/");
        assertThat(caller(request)).isNotInstanceOf(JwtAuthenticationToken.class);
        assertThat(TokenReader.hasBadToken(request)).isTrue();
    }

    @Test
    void refusesReadersWhoseSessionHasEnded() {
        isRemembered = false;
        var request = new MockHttpServletRequest("GET", "/");
        assertThat(caller(request)).isNotInstanceOf(JwtAuthenticationToken.class);
        assertThat(TokenReader.hasBadToken(request)).isTrue();
    }

    private Authentication caller(MockHttpServletRequest request) {
        return reader.resolve(request).authenticate(new BearerTokenAuthenticationToken("good"));
    }
}
