// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class RightsTest {
    private final Rights lax = new Rights(false, _ -> false);
    private final Rights lacking = new Rights(true, _ -> false);
    private final Rights strong = new Rights(true, _ -> true);

    @Test
    void givesAnAdministratorAllRightsWhereNoSecondFactorIsDemanded() {
        assertThat(isAdministrator(lax, Role.ADMIN)).isTrue();
    }

    @Test
    void givesAnAdministratorWithoutTheSecondFactorNone() {
        assertThat(isAdministrator(lacking, Role.ADMIN)).isFalse();
        assertThat(isAdministrator(strong, Role.ADMIN)).isTrue();
    }

    @Test
    void demandsNothingOfOtherRoles() {
        assertThat(lacking.of(token(Role.SALES))).hasSize(1);
        assertThat(isAdministrator(strong, Role.SALES)).isFalse();
    }

    private static boolean isAdministrator(Rights rights, Role role) {
        var token = token(role);
        return Rights.ofAdministrator(new JwtAuthenticationToken(token, rights.of(token)));
    }

    private static Jwt token(Role role) {
        return Jwt.withTokenValue("token")
                .header("alg", "HS256")
                .subject(UUID.randomUUID().toString())
                .claim(AccessTokens.ROLE_CLAIM, role.name().toLowerCase(Locale.ROOT))
                .expiresAt(Instant.MAX)
                .build();
    }
}
