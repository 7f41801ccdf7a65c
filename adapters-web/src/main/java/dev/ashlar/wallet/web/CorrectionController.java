// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Flat;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.wallet.LedgerEntryId;
import dev.ashlar.wallet.UsageType;
import dev.ashlar.wallet.application.CorrectionService;
import dev.ashlar.wallet.application.DriftView;
import dev.ashlar.wallet.application.WalletService;
import dev.ashlar.wallet.application.WalletView;
import dev.ashlar.wallet.domain.LedgerEntry;
import dev.ashlar.wallet.domain.Posting;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(
        name = "Wallet administration",
        description = "Wallets of other users and their corrections. Only administrators may use them.")
class CorrectionController {
    private final WalletService wallets;
    private final CorrectionService corrections;

    CorrectionController(WalletService wallets, CorrectionService corrections) {
        this.wallets = wallets;
        this.corrections = corrections;
    }

    @GetMapping("/wallets/{userId}")
    @Operation(summary = "Get a user's wallet", description = "Only administrators may do so.")
    @Refuses({"auth.forbidden", "wallet.wallet-not-found"})
    WalletView getUserWallet(Actor actor, @PathVariable UserId userId) {
        return wallets.get(actor, userId);
    }

    @GetMapping("/wallets/reconciliation")
    @Operation(
            summary = "List wallets whose balance, ledger and holds disagree",
            description = "Reads all entries and holds. The list is empty if all wallets agree.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<DriftView> listInconsistentWallets(Actor actor, PageRequest page) {
        return Listing.of(corrections.drifts(actor, page));
    }

    @PostMapping("/wallets/{userId}/adjustments")
    @Operation(
            summary = "Adjust a user's balance",
            description = "A positive number gives tokens, a negative number takes available tokens.")
    @Refuses({
        "auth.forbidden",
        "wallet.own-wallet",
        "wallet.wallet-not-found",
        "wallet.tokens-insufficient",
        "wallet.amount-invalid",
        "wallet.idempotency-key-reused"
    })
    @ResponseStatus(HttpStatus.CREATED)
    Answered<EntryResponse> adjustBalance(
            Actor actor, @PathVariable UserId userId, @RequestBody @Valid AdjustmentRequest request, Once once) {
        return once.answer(
                actor,
                () -> created(corrections.adjust(actor, userId, request.tokens(), request.reason(), once.key())));
    }

    @PostMapping("/wallet-usages/{id}/reverse")
    @Operation(
            summary = "Reverse a ledger entry",
            description = "An entry can be reversed once; refunds and reversals cannot be reversed.")
    @Refuses({
        "auth.forbidden",
        "wallet.own-wallet",
        "wallet.entry-not-found",
        "wallet.entry-reversed",
        "wallet.entry-not-reversible",
        "wallet.tokens-insufficient"
    })
    @ResponseStatus(HttpStatus.CREATED)
    Answered<EntryResponse> reverseEntry(
            Actor actor, @PathVariable LedgerEntryId id, @RequestBody @Valid ReversalRequest request, Once once) {
        return once.answer(actor, () -> created(corrections.reverse(actor, id, request.reason())));
    }

    private static ResponseEntity<EntryResponse> created(LedgerEntry entry) {
        return ResponseEntity.status(HttpStatus.CREATED).body(EntryResponse.of(entry));
    }

    /** Adjustment by a number of tokens other than zero. */
    record AdjustmentRequest(
            @Min(-Posting.MAX_TOKENS) @Max(Posting.MAX_TOKENS) @Schema(example = "25")
            long tokens,

            @NotBlank @Size(max = LedgerEntry.MAX_REASON) @Schema(example = "Sorry for the cancelled session")
            String reason) {}

    /** Reason of a reversal. */
    record ReversalRequest(
            @NotBlank @Size(max = LedgerEntry.MAX_REASON) @Schema(example = "Posted to the wrong person")
            String reason) {}

    /** Posted entry. */
    record EntryResponse(
            LedgerEntryId id,
            UserId userId,
            long seq,
            UsageType usageType,
            @Flat Balances balances,
            String reason,
            @Nullable LedgerEntryId reversesId,
            Instant createdAt) {
        /** Tokens of an entry with the balances around it. */
        record Balances(long delta, long balanceBefore, long balanceAfter) {}

        static EntryResponse of(LedgerEntry entry) {
            return new EntryResponse(
                    entry.id(),
                    entry.userId(),
                    entry.seq(),
                    entry.usageType(),
                    new Balances(entry.delta(), entry.balanceBefore(), entry.balanceAfter()),
                    entry.reason(),
                    entry.reversesId(),
                    entry.createdAt());
        }
    }
}
