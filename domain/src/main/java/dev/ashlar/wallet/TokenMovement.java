// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.UserId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that another context takes from a user or gives to a user.
 *
 * @param owner the user
 * @param tokens at least 1
 * @param idempotencyKey such as {@code order:<id>}; posted once, even if the call is repeated
 * @param reason shown in the statement
 * @param slotId the slot of mentoring that the movement is about
 */
public record TokenMovement(
        UserId owner,
        long tokens,
        String idempotencyKey,
        String reason,
        @Nullable UUID slotId) {
    public TokenMovement {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(idempotencyKey, "idempotencyKey");
        Objects.requireNonNull(reason, "reason");
    }
}
