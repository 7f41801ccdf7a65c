// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.testing;

import dev.ashlar.kernel.web.security.AccessTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

/** Session of a user who never logged in, written into the database by its owner, without a profile or a wallet. */
public record OpenSession(UUID user, UUID id, String role) {
    private static final String USER = """
            INSERT INTO identity.users (
                id, email, username, password_hash, first_name, last_name, role, metadata, created_at, updated_at
            )
            VALUES (
                :user, :user || '@example.org', right(replace(CAST(:user AS text), '-', ''), 30), 'nobody logs in with this',
                'First', 'Last', CAST(:role AS identity.user_role), '{"registeredOn": "mentor"}', now(), now()
            )
            ON CONFLICT DO NOTHING
            """;
    private static final String SESSION = """
            INSERT INTO identity.refresh_tokens (
                id, family_id, user_id, token_hash, session_started_at, expires_at, created_at, updated_at
            )
            VALUES (
                gen_random_uuid(), :id, :user, encode(sha256(CAST(CAST(:id AS text) AS bytea)), 'hex'), now(),
                now() + INTERVAL '1 day', now(), now()
            )
            """;

    /** Opens a session of this user, who gets an account if there is none. */
    public static OpenSession of(UUID user, String role, JdbcClient owner) {
        var session = new OpenSession(user, UUID.randomUUID(), role);
        for (var sql : List.of(USER, SESSION)) {
            owner.sql(sql)
                    .param("user", user)
                    .param("id", session.id)
                    .param("role", role)
                    .update();
        }
        return session;
    }

    /** Returns an access token that is valid for two hours. */
    public String token(JwtEncoder encoder) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder()
                .issuer(AccessTokens.ISSUER)
                .audience(List.of(AccessTokens.AUDIENCE))
                .subject(user.toString())
                .claim(AccessTokens.ROLE_CLAIM, role)
                .claim(AccessTokens.SESSION_CLAIM, id.toString())
                .issuedAt(now)
                .expiresAt(now.plus(Duration.ofHours(2)))
                .build();
        var header = JwsHeader.with(MacAlgorithm.HS256).type(AccessTokens.TYPE).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
