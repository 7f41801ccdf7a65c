// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Refusals of commerce by the constraint that a row violates. */
@Component
class CommerceConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.ofEntries(
                Map.entry("uq_products_sku", CommerceProblem.SKU_TAKEN),
                Map.entry("chk_products_reserved", CommerceProblem.STOCK_INSUFFICIENT),
                Map.entry("fk_order_items_product_id", CommerceProblem.PRODUCT_NOT_FOUND),
                Map.entry("fk_payments_order_id", CommerceProblem.ORDER_NOT_FOUND),
                Map.entry("fk_payment_events_payment_id", CommerceProblem.PAYMENT_NOT_FOUND),
                Map.entry("fk_payment_decisions_payment_id", CommerceProblem.PAYMENT_NOT_FOUND),
                Map.entry("uq_payments_pending", CommerceProblem.PAYMENT_PENDING),
                // These are retried and then find the existing row; a caller sees this only after four lost races.
                Map.entry("uq_orders_user_id_idempotency_key", KernelProblem.BUSY),
                Map.entry("uq_orders_user_id_unpaid_no", KernelProblem.BUSY),
                Map.entry("uq_payments_order_id_idempotency_key", KernelProblem.BUSY));
    }
}
