// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.AllotmentView;
import dev.ashlar.wallet.application.DriftView;
import dev.ashlar.wallet.application.UsageView;
import dev.ashlar.wallet.application.WalletView;
import dev.ashlar.wallet.domain.AllotmentRequestId;
import dev.ashlar.wallet.domain.AllotmentStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Example answers of the wallet in the API description: the tokens that one user requested, received and spent. */
@Component
class WalletExamples implements ExampleRecords {
    private static final UserId ADA = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b"));
    private static final UserId ADMIN = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000ad"));
    private static final LedgerEntryId ALLOTTED = entryId("019a0b1c-2d3e-7f40-8a5b-000000000001");
    private static final LedgerEntryId BOOKED = entryId("019a0b1c-2d3e-7f40-8a5b-000000000002");
    private static final LedgerEntryId ADJUSTED = entryId("019a0b1c-2d3e-7f40-8a5b-000000000003");
    private static final UUID SLOT = UUID.fromString("019a0b1c-2d3e-7f40-8a5b-000000000510");
    private static final Instant ASKED_AT = Instant.parse("2026-01-30T17:12:45Z");
    private static final Instant DECIDED_AT = Instant.parse("2026-01-31T09:30:00Z");
    private static final Instant BOOKED_AT = Instant.parse("2026-02-03T16:05:12Z");
    private static final Instant ADJUSTED_AT = Instant.parse("2026-02-05T08:00:00Z");

    @Override
    public List<Record> all() {
        return List.of(wallet(), usage(), adjustment(), allotment(), drift(), balance());
    }

    private static WalletView wallet() {
        return new WalletView(ADA, 55, 20, 35);
    }

    private static UsageView usage() {
        return new UsageView(
                BOOKED,
                2,
                UsageType.MEETING_BOOKING,
                new UsageView.Tokens(-20, 20, 50, 30),
                SLOT,
                "A session with Mira",
                null,
                BOOKED_AT);
    }

    private static CorrectionController.EntryResponse adjustment() {
        return new CorrectionController.EntryResponse(
                ADJUSTED,
                ADA,
                3,
                UsageType.ADJUSTMENT,
                new CorrectionController.EntryResponse.Balances(25, 30, 55),
                "Sorry for the cancelled session",
                null,
                ADJUSTED_AT);
    }

    private static AllotmentView allotment() {
        return new AllotmentView(
                new AllotmentRequestId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000a1")),
                ADA,
                ADA,
                50,
                "To get to know a mentor",
                AllotmentStatus.APPROVED,
                new AllotmentView.Decision(ADMIN, DECIDED_AT, "As agreed on the phone", ALLOTTED),
                ASKED_AT);
    }

    /** A wallet whose balance was changed without a ledger entry. */
    private static DriftView drift() {
        return new DriftView(ADA, 60, 55, 20, 20, 3, 3, 0);
    }

    private static WalletController.BalanceResponse balance() {
        return new WalletController.BalanceResponse(BOOKED_AT, 30);
    }

    private static LedgerEntryId entryId(String id) {
        return new LedgerEntryId(UUID.fromString(id));
    }
}
