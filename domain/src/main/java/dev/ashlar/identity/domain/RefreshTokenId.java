// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.identity.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of a refresh token. */
public record RefreshTokenId(UUID value) implements Identifier {
    public RefreshTokenId {
        Objects.requireNonNull(value, "value");
    }
}
