// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.wallet.persistence;

import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import dev.ashlar.wallet.domain.WalletProblem;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Meanings of the constraints of the wallet. */
@Component
class WalletConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.ofEntries(
                Map.entry("chk_tokens_balance", WalletProblem.TOKENS_INSUFFICIENT),
                Map.entry("chk_tokens_held", WalletProblem.TOKENS_INSUFFICIENT),
                Map.entry("chk_token_usages_sign", WalletProblem.AMOUNT_INVALID),
                Map.entry("chk_token_usages_reverses", WalletProblem.REFUND_EXCEEDS_CHARGE),
                Map.entry("uq_token_usages_reverses_id", WalletProblem.ENTRY_REVERSED),
                // The call is retried and finds the earlier result; it fails only if it loses the race four times.
                Map.entry("uq_token_usages_idempotency_key", KernelProblem.BUSY),
                Map.entry("uq_token_holds_ref_idempotency_key", KernelProblem.BUSY),
                Map.entry("fk_token_usages_user_id", WalletProblem.WALLET_NOT_FOUND),
                Map.entry("fk_token_holds_user_id", WalletProblem.WALLET_NOT_FOUND),
                Map.entry("fk_token_allotment_requests_user_id", WalletProblem.WALLET_NOT_FOUND),
                Map.entry("chk_token_holds_amount", WalletProblem.AMOUNT_INVALID),
                Map.entry("chk_token_allotment_requests_tokens", WalletProblem.AMOUNT_INVALID),
                Map.entry("chk_token_allotment_requests_decider", WalletProblem.OWN_ALLOTMENT),
                Map.entry("uq_token_allotment_requests_pending", WalletProblem.ALLOTMENT_PENDING));
    }
}
