package dev.ashlar.identity.domain;

/** Where a refresh token stands: active, then rotated by its use; revoked when the session ends. */
public enum RefreshTokenStatus {
    ACTIVE,
    ROTATED,
    REVOKED
}
