// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.PasswordHasher;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.SecretSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.jwt.JwtDecoder;

@IdentityServer
class SecretsTest {
    @Autowired
    private PasswordHasher hasher;

    @Autowired
    private SecretSource secrets;

    @Autowired
    private AccessTokens accessTokens;

    @Autowired
    private JwtDecoder decoder;

    @Test
    void hashesPasswordsWithArgon2idAndDifferentSalts() {
        var hash = hasher.hash("correct horse");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(hasher.hash("correct horse"));
        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.matches("wrong horse", hash)).isFalse();
    }

    @Test
    void generatesLongSecretsThatDiffer() {
        assertThat(secrets.next()).hasSize(43).isNotEqualTo(secrets.next());
    }

    @Test
    void issuesAccessTokensWithUserRoleSessionAndExpiry() {
        var ada = People.person("ada", Role.SALES);
        var session = new SessionId(UUID.randomUUID());
        var now = Instant.now();

        var issued = accessTokens.issue(ada, session, AccessTokens.Kind.RENEWED, now);

        var token = decoder.decode(issued.value());
        assertThat(token.getSubject()).isEqualTo(ada.id().value().toString());
        assertThat(token.getClaimAsString("iss")).isEqualTo("ashlar");
        assertThat(token.getAudience()).containsExactly("ashlar");
        assertThat(token.getHeaders()).containsEntry("typ", "at+jwt");
        assertThat(token.getClaimAsString("role")).isEqualTo("sales");
        assertThat(token.getClaimAsString("sid")).isEqualTo(session.value().toString());
        assertThat(issued.expiresAt())
                .isEqualTo(now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(900))
                .isEqualTo(token.getExpiresAt());
        assertThat(accessTokens
                        .issue(ada, session, AccessTokens.Kind.LASTING, now)
                        .expiresAt())
                .isEqualTo(now.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(24)));
    }
}
