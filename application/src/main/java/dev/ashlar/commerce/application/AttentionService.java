// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentAction;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import org.springframework.transaction.annotation.Transactional;

/** Attention cases of payments, and the decisions of administrators that end them. */
@ApplicationService
public class AttentionService {
    private static final String LIST = "commerce.attention";

    private final AttentionViews views;
    private final OrderKeeper keeper;
    private final PaymentOutcomes outcomes;
    private final RefundService refunds;
    private final DecisionLog decisions;

    AttentionService(
            AttentionViews views,
            OrderKeeper keeper,
            PaymentOutcomes outcomes,
            RefundService refunds,
            DecisionLog decisions) {
        this.views = views;
        this.keeper = keeper;
        this.outcomes = outcomes;
        this.refunds = refunds;
        this.decisions = decisions;
    }

    /** Lists payments that need a decision, oldest first. */
    public Page<AttentionView> list(Actor actor, PageRequest page) {
        actor.requireAdmin();
        var rows = views.cases(page.afterUuid(LIST), page.rowsToRead()).stream()
                .map(AttentionView::of)
                .toList();
        return Page.of(rows, page, row -> Cursor.of(LIST, row.payment().id()));
    }

    /** Keeps the money of a payment: its failed order is delivered, or its paid order stays paid. */
    @Transactional
    public OrderDetails accept(Actor actor, PaymentId id, String reason) {
        actor.requireAdmin();
        var order = keeper.lockOfAnother(actor, keeper.findPayment(id).orderId());
        var payment = require(id, PaymentAction.ACCEPT);
        decisions.add(actor, id, PaymentAction.ACCEPT, reason);
        outcomes.accept(order, payment);
        return keeper.details(keeper.find(order.id()));
    }

    /** Refunds the order of a payment. */
    @Transactional
    public OrderDetails refund(Actor actor, PaymentId id, String reason) {
        actor.requireAdmin();
        var order = keeper.lockOfAnother(actor, keeper.findPayment(id).orderId());
        require(id, PaymentAction.REFUND);
        return refunds.refund(actor, order.id(), reason);
    }

    /** Returns a payment that the gateway is to be asked about again. */
    @Transactional
    public Payment retry(Actor actor, PaymentId id) {
        actor.requireAdmin();
        var payment = require(id, PaymentAction.RETRY);
        decisions.add(actor, id, PaymentAction.RETRY, null);
        return payment;
    }

    private Payment require(PaymentId id, PaymentAction action) {
        var payment = keeper.findPayment(id);
        payment.requireAction(action);
        return payment;
    }
}
