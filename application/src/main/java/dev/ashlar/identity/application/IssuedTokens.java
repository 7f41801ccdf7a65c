package dev.ashlar.identity.application;

import java.time.Instant;

/** What a login or a refresh gives: one token to ask with and one to get the next pair. Neither is ever printed. */
public record IssuedTokens(
        String accessToken, Instant accessTokenExpiresAt, String refreshToken, Instant refreshTokenExpiresAt) {
    @Override
    public String toString() {
        return "IssuedTokens[hidden]";
    }
}
