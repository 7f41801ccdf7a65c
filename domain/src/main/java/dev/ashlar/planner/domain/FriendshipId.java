// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.domain;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Identifier of a friendship. */
public record FriendshipId(UUID value) implements Identifier {
    public FriendshipId {
        Objects.requireNonNull(value, "value");
    }
}
