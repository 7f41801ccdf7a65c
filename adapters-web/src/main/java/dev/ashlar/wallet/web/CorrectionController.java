package dev.ashlar.wallet.web;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.Answered;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
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
@Tag(name = "Wallet administration", description = "Looking at and mending anybody's books; administrators only.")
class CorrectionController {
    private final WalletService wallets;
    private final CorrectionService corrections;

    CorrectionController(WalletService wallets, CorrectionService corrections) {
        this.wallets = wallets;
        this.corrections = corrections;
    }

    @GetMapping("/wallets/{userId}")
    @Operation(summary = "A person's wallet")
    @Refuses({"auth.forbidden", "wallet.not-found"})
    WalletView wallet(Actor actor, @PathVariable UserId userId) {
        return wallets.walletOf(actor, userId);
    }

    @GetMapping("/wallets/reconciliation")
    @Operation(
            summary = "Wallets whose balance, ledger and holds do not agree",
            description = "Reads all books afresh. An empty list means that they agree.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<DriftView> reconciliation(Actor actor, PageRequest page) {
        return Listing.of(corrections.drifts(actor, page));
    }

    @PostMapping("/wallets/{userId}/adjustments")
    @Operation(
            summary = "Give tokens to a person, or take some",
            description = "A positive number gives, a negative one takes what is available.")
    @Refuses({
        "auth.forbidden",
        "wallet.own-wallet",
        "wallet.not-found",
        "wallet.insufficient-tokens",
        "wallet.invalid-amount",
        "wallet.idempotency-key-reused"
    })
    @ResponseStatus(HttpStatus.CREATED)
    Answered<EntryResponse> adjust(
            Actor actor, @PathVariable UserId userId, @RequestBody @Valid AdjustmentRequest request, Once once) {
        return once.answer(
                actor,
                () -> created(corrections.adjust(actor, userId, request.tokens(), request.reason(), once.key())));
    }

    @PostMapping("/wallet-usages/{id}/reverse")
    @Operation(summary = "Undo one ledger entry exactly", description = "An entry can be undone once.")
    @Refuses({
        "auth.forbidden",
        "wallet.own-wallet",
        "wallet.entry-not-found",
        "wallet.already-reversed",
        "wallet.not-reversible",
        "wallet.insufficient-tokens"
    })
    @ResponseStatus(HttpStatus.CREATED)
    Answered<EntryResponse> reverse(
            Actor actor, @PathVariable LedgerEntryId id, @RequestBody @Valid ReversalRequest request, Once once) {
        return once.answer(actor, () -> created(corrections.reverse(actor, id, request.reason())));
    }

    private static ResponseEntity<EntryResponse> created(LedgerEntry entry) {
        return ResponseEntity.status(HttpStatus.CREATED).body(EntryResponse.of(entry));
    }

    /** An adjustment; zero is refused. */
    record AdjustmentRequest(
            @Min(-Posting.MAX_TOKENS) @Max(Posting.MAX_TOKENS) @Schema(example = "25")
            long tokens,

            @NotBlank @Size(max = 500) @Schema(example = "Sorry for the cancelled session")
            String reason) {}

    /** Why an entry is undone. */
    record ReversalRequest(
            @NotBlank @Size(max = 500) @Schema(example = "Posted to the wrong person")
            String reason) {}

    /** The entry that was posted. */
    record EntryResponse(
            LedgerEntryId id,
            UserId userId,
            long seq,
            UsageType usageType,
            long delta,
            long balanceBefore,
            long balanceAfter,
            String reason,
            @Nullable LedgerEntryId reversesId,
            Instant createdAt) {
        static EntryResponse of(LedgerEntry entry) {
            return new EntryResponse(
                    entry.id(),
                    entry.userId(),
                    entry.seq(),
                    entry.usageType(),
                    entry.delta(),
                    entry.balanceBefore(),
                    entry.balanceAfter(),
                    entry.reason(),
                    entry.reversesId(),
                    entry.createdAt());
        }
    }
}
