// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of the wallet. */
public enum WalletProblem implements ProblemType {
    WALLET_NOT_FOUND("wallet.wallet-not-found", Kind.NOT_FOUND, "Wallet not found"),
    TOKENS_INSUFFICIENT("wallet.tokens-insufficient", Kind.REFUSED, "Not enough tokens are available"),
    AMOUNT_INVALID("wallet.amount-invalid", Kind.REFUSED, "Number of tokens is not allowed"),
    IDEMPOTENCY_KEY_REUSED(
            "wallet.idempotency-key-reused", Kind.CONFLICT, "Idempotency key was used for another movement"),
    ENTRY_NOT_FOUND("wallet.entry-not-found", Kind.NOT_FOUND, "Ledger entry not found"),
    ENTRY_NOT_REVERSIBLE("wallet.entry-not-reversible", Kind.REFUSED, "Refunds and reversals cannot be reversed"),
    ENTRY_REVERSED("wallet.entry-reversed", Kind.CONFLICT, "Ledger entry is already reversed or refunded"),
    REFUND_EXCEEDS_CHARGE("wallet.refund-exceeds-charge", Kind.REFUSED, "Refund exceeds the charge"),
    OWN_WALLET("wallet.own-wallet", Kind.FORBIDDEN, "Own wallet cannot be corrected"),
    HOLD_NOT_FOUND("wallet.hold-not-found", Kind.NOT_FOUND, "Hold not found"),
    HOLD_ENDED("wallet.hold-ended", Kind.CONFLICT, "Hold has ended"),
    ALLOTMENT_NOT_FOUND("wallet.allotment-not-found", Kind.NOT_FOUND, "Allotment request not found"),
    ALLOTMENT_PENDING("wallet.allotment-pending", Kind.CONFLICT, "Another allotment request is pending"),
    ILLEGAL_TRANSITION("wallet.illegal-transition", Kind.CONFLICT, "Status transition is not allowed"),
    OWN_ALLOTMENT("wallet.own-allotment", Kind.FORBIDDEN, "Own allotment request cannot be decided");

    private final Definition definition;

    WalletProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
