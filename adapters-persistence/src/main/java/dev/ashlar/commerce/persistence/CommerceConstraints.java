package dev.ashlar.commerce.persistence;

import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What it means to the caller when PostgreSQL refuses a row of commerce. */
@Component
class CommerceConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.of(
                "uq_products_sku", CommerceProblem.SKU_TAKEN,
                "chk_products_reserved", CommerceProblem.OUT_OF_STOCK,
                "fk_order_items_product_id", CommerceProblem.PRODUCT_NOT_FOUND,
                "fk_payments_order_id", CommerceProblem.ORDER_NOT_FOUND,
                "fk_payment_events_payment_id", CommerceProblem.PAYMENT_NOT_FOUND,
                "uq_payments_pending", CommerceProblem.PAYMENT_PENDING,
                // These two are run again and then find what was done; one who still fails was outrun four times.
                "uq_orders_user_id_idempotency_key", KernelProblem.BUSY,
                "uq_payments_order_id_idempotency_key", KernelProblem.BUSY);
    }
}
