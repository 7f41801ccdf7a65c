// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.application;

import dev.ashlar.wallet.HoldId;
import dev.ashlar.wallet.domain.HoldStatus;
import java.time.Instant;
import java.util.UUID;

/**
 * Hold in the export of its owner's data.
 *
 * @param refType kind of the thing that the tokens are held for, such as slot
 * @param refId id of that thing
 */
public record ExportedHold(
        HoldId id,
        long amount,
        HoldStatus status,
        String refType,
        UUID refId,
        Instant expiresAt,
        Instant createdAt,
        Instant updatedAt) {}
