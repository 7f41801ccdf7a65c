package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.ProblemType;

/** What the wallet refuses. */
public enum WalletProblem implements ProblemType {
    NOT_FOUND("wallet.not-found", Kind.NOT_FOUND, "There is no such wallet."),
    INSUFFICIENT_TOKENS(
            "wallet.insufficient-tokens", Kind.REFUSED, "The wallet does not have that many tokens to spend."),
    INVALID_AMOUNT("wallet.invalid-amount", Kind.REFUSED, "Tokens cannot be moved by that amount."),
    IDEMPOTENCY_KEY_REUSED(
            "wallet.idempotency-key-reused", Kind.CONFLICT, "Another movement was posted under the same key."),
    ENTRY_NOT_FOUND("wallet.entry-not-found", Kind.NOT_FOUND, "There is no such ledger entry."),
    NOT_REVERSIBLE("wallet.not-reversible", Kind.REFUSED, "Refunds and reversals cannot be undone themselves."),
    ALREADY_REVERSED("wallet.already-reversed", Kind.CONFLICT, "The ledger entry was already undone."),
    REFUND_EXCEEDS_CHARGE("wallet.refund-exceeds-charge", Kind.REFUSED, "A refund cannot exceed its charge."),
    OWN_WALLET("wallet.own-wallet", Kind.FORBIDDEN, "Books are corrected by somebody they do not belong to."),
    HOLD_NOT_FOUND("wallet.hold-not-found", Kind.NOT_FOUND, "Nothing is held for this."),
    HOLD_ENDED("wallet.hold-ended", Kind.CONFLICT, "The hold has ended."),
    ALLOTMENT_NOT_FOUND("wallet.allotment-not-found", Kind.NOT_FOUND, "There is no such allotment request."),
    ALLOTMENT_PENDING("wallet.allotment-pending", Kind.CONFLICT, "An allotment request of this person is undecided."),
    ALLOTMENT_DECIDED("wallet.allotment-decided", Kind.CONFLICT, "The allotment request was already decided."),
    OWN_ALLOTMENT("wallet.own-allotment", Kind.FORBIDDEN, "A request is decided by somebody it does not concern.");

    private final Definition definition;

    WalletProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
