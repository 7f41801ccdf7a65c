// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.UsageView;
import java.time.Instant;
import java.util.UUID;

/** Ledger entries for tests of controllers. */
final class Books {
    static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    static final LedgerEntryId ENTRY = new LedgerEntryId(UUID.fromString("019a0000-0000-7000-8000-0000000000e1"));

    private Books() {}

    /** The entry at that place of a ledger into which 10 tokens came each time. */
    static UsageView usage(long seq, String reason) {
        return new UsageView(
                ENTRY,
                seq,
                UsageType.EARNING,
                new UsageView.Tokens(10, 10, 10 * (seq - 1), 10 * seq),
                null,
                reason,
                null,
                AT);
    }

    static UsageView usage(long seq) {
        return usage(seq, "A session");
    }
}
