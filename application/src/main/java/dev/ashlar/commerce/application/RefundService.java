package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.PaidOrder;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.wallet.TokenLedger;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Refunds of paid orders. */
@ApplicationService
public class RefundService {
    private final Orders orders;
    private final Payments payments;
    private final OrderBook book;
    private final TokenLedger ledger;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    RefundService(
            Orders orders,
            Payments payments,
            OrderBook book,
            TokenLedger ledger,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.orders = orders;
        this.payments = payments;
        this.book = book;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refunds a paid order of another user. Its tokens are reversed now, or the refund is refused if some are spent; the money
     * is returned after the commit.
     */
    @Transactional
    public OrderDetails refund(Actor actor, OrderId id, String reason) {
        actor.requireAdmin();
        var order = book.lock(id);
        if (order.buyer().equals(actor.userId())) {
            throw CommerceProblem.OWN_ORDER.because(
                    "Order " + order.orderNo() + " is your own. Ask another administrator to refund it.");
        }
        return refund(order.requirePaid(), reason);
    }

    private OrderDetails refund(PaidOrder paid, String reason) {
        var order = paid.order();
        var refunded = paid.refunded();
        var now = clock.instant();
        var payment = payments.find(paid.paymentId()).orElseThrow();
        if (!orders.change(refunded, order, now) || !payments.change(payment.refunding(), payment, now)) {
            throw KernelProblem.BUSY.because(
                    "Order " + order.orderNo() + " changed at the same moment. Read it and try again.");
        }
        long tokens = reverseTokens(order, reason);
        events.publishEvent(new OrderRefunded(order.id(), order.buyer(), tokens, order.total(), now));
        return book.details(refunded);
    }

    private long reverseTokens(Order order, String reason) {
        long tokens = book.tokens(order.id());
        if (tokens > 0
                && ledger.undo(CreditTokensOnOrderPaid.keyOf(order.id()), reason)
                        .isEmpty()) {
            throw CommerceProblem.TOKENS_NOT_CREDITED.because(
                    "The tokens of order " + order.orderNo() + " are credited within seconds. Try again then.");
        }
        return tokens;
    }
}
