// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.application;

import dev.ashlar.identity.domain.AccessTokens.AccessToken;
import dev.ashlar.identity.domain.RefreshToken;
import java.time.Instant;

/** Tokens of a session: one for requests and one for the next pair. Neither is ever printed. */
public record IssuedTokens(
        String accessToken, Instant accessTokenExpiresAt, String refreshToken, Instant refreshTokenExpiresAt) {
    static IssuedTokens of(AccessToken access, String refreshSecret, RefreshToken token) {
        return new IssuedTokens(access.value(), access.expiresAt(), refreshSecret, token.expiresAt());
    }

    @Override
    public String toString() {
        return "IssuedTokens[hidden]";
    }
}
