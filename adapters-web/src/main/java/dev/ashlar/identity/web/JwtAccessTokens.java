// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.web;

import static dev.ashlar.kernel.web.security.AccessTokens.AUDIENCE;
import static dev.ashlar.kernel.web.security.AccessTokens.ISSUER;
import static dev.ashlar.kernel.web.security.AccessTokens.ROLE_CLAIM;
import static dev.ashlar.kernel.web.security.AccessTokens.SESSION_CLAIM;
import static dev.ashlar.kernel.web.security.AccessTokens.TYPE;
import static dev.ashlar.kernel.web.security.AccessTokens.VERIFIED_CLAIM;

import dev.ashlar.identity.SessionId;
import dev.ashlar.identity.domain.AccessTokens;
import dev.ashlar.identity.domain.User;
import dev.ashlar.kernel.Labels;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Access tokens as signed JWTs, which the web kernel verifies. */
@Component
@EnableConfigurationProperties(LoginSettings.class)
class JwtAccessTokens implements AccessTokens {
    private static final Duration RENEWED = Duration.ofMinutes(15);

    private static final JwsHeader HEADER =
            JwsHeader.with(MacAlgorithm.HS256).type(TYPE).build();

    private final JwtEncoder encoder;
    private final Duration lasting;

    JwtAccessTokens(JwtEncoder encoder, LoginSettings settings) {
        this.encoder = encoder;
        this.lasting = settings.lastingToken();
    }

    @Override
    public AccessToken issue(User user, SessionId session, Kind kind, Instant now) {
        var issuedAt = now.truncatedTo(ChronoUnit.SECONDS); // JWT times are whole seconds
        var expiresAt = issuedAt.plus(kind == Kind.LASTING ? lasting : RENEWED);
        var claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .audience(List.of(AUDIENCE))
                .subject(user.id().value().toString())
                .claim(ROLE_CLAIM, Labels.of(user.role()))
                .claim(VERIFIED_CLAIM, user.login().emailVerifiedAt() != null)
                .claim(SESSION_CLAIM, session.value().toString())
                .issuedAt(issuedAt)
                .expiresAt(expiresAt)
                .build();
        var token = encoder.encode(JwtEncoderParameters.from(HEADER, claims)).getTokenValue();
        return new AccessToken(token, expiresAt);
    }
}
