// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet;

import dev.ashlar.kernel.Identifier;
import java.util.Objects;
import java.util.UUID;

/** Id of a ledger entry. */
public record LedgerEntryId(UUID value) implements Identifier {
    public LedgerEntryId {
        Objects.requireNonNull(value, "value");
    }
}
