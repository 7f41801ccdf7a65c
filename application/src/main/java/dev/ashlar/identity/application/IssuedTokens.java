package dev.ashlar.identity.application;

import java.time.Instant;

/** Tokens of a session: one for requests and one for the next pair. Neither is ever printed. */
public record IssuedTokens(
        String accessToken, Instant accessTokenExpiresAt, String refreshToken, Instant refreshTokenExpiresAt) {
    @Override
    public String toString() {
        return "IssuedTokens[hidden]";
    }
}
