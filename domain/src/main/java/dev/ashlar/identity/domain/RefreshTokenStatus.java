// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Lifecycle;

/** Status of a refresh token: active, then rotated by its use, or revoked when the session ends before. */
public enum RefreshTokenStatus {
    ACTIVE,
    ROTATED,
    REVOKED;

    public static final Lifecycle<RefreshTokenStatus> LIFECYCLE = Lifecycle.startingAt(ACTIVE)
            .may(ACTIVE, ROTATED, "refresh, a new active token follows")
            .may(ACTIVE, REVOKED, "log out, reset, deactivation, theft")
            .build();
}
