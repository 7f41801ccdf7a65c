// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentAction;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Refunds of orders: by an administrator, or after the gateway has returned the money. */
@ApplicationService
public class RefundService {
    private final Orders orders;
    private final Payments payments;
    private final OrderKeeper keeper;
    private final OrderTokens tokens;
    private final DecisionLog decisions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RefundService(
            Orders orders,
            Payments payments,
            OrderKeeper keeper,
            OrderTokens tokens,
            DecisionLog decisions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.orders = orders;
        this.payments = payments;
        this.keeper = keeper;
        this.tokens = tokens;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refunds an order of another user whose money was captured. Its tokens are reversed now, or the refund is refused if some
     * are spent; the money is returned after the commit.
     */
    @Transactional
    public OrderDetails refund(Actor actor, OrderId id, String reason) {
        actor.requireAdmin();
        var order = keeper.lockOfAnother(actor, id);
        var refunded = order.refunded();
        var payment = keeper.payment(order).orElseThrow();
        decisions.add(actor, payment.id(), PaymentAction.REFUND, reason);
        refund(order, payment, reason);
        return keeper.details(refunded);
    }

    /** Refunds an order whose money the gateway has returned, unless it is already decided. */
    @Transactional
    public void refundReturned(OrderId id) {
        var order = keeper.lock(id);
        keeper.payment(order)
                .filter(payment -> payment.attention() == PaymentAttention.MONEY_RETURNED)
                .ifPresent(payment -> refund(order, payment, "Money returned by the gateway"));
    }

    private void refund(Order order, Payment payment, String reason) {
        // First, since the wallet may refuse it.
        long reversed = tokens.reverse(order.id(), reason);
        var now = clock.instant();
        boolean returned = payment.attention() == PaymentAttention.MONEY_RETURNED;
        var next = returned ? payment.needing(null) : payment.refunding();
        if (!orders.change(order.refunded(), order, now) || !payments.change(next, payment, now)) {
            throw KernelProblem.BUSY.because(
                    "Order " + order.orderNo() + " changed at the same moment. Read it and try again.");
        }
        events.publishEvent(new OrderRefunded(order.id(), order.buyer(), reversed, order.total(), now));
    }
}
