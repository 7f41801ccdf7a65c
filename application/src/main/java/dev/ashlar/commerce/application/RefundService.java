package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.wallet.TokenLedger;
import java.time.InstantSource;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Undoing what was paid. */
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
     * Undoes another person's paid order: its tokens are taken back now, refused if some of them are spent; the money follows
     * after the commit.
     */
    @Transactional
    public OrderDetails refund(Actor actor, OrderId id, String reason) {
        actor.requireAdmin();
        var order = book.lock(id);
        if (order.userId().equals(actor.userId())) {
            throw CommerceProblem.OWN_ORDER.because("Ask another administrator.");
        }
        var refunded = order.refunded();
        var now = clock.instant();
        var payment = payments.find(Objects.requireNonNull(order.paymentId())).orElseThrow();
        if (!orders.change(refunded, order, now) || !payments.change(payment.refunding(), payment, now)) {
            throw KernelProblem.BUSY.because("Something has happened to the order at this moment; look at it again.");
        }
        long tokens = takeBack(order, reason);
        events.publishEvent(new OrderRefunded(id, order.userId(), tokens, order.total(), now));
        return book.details(refunded);
    }

    private long takeBack(Order order, String reason) {
        long tokens = book.tokens(order.id());
        if (tokens > 0
                && ledger.undo(CreditTokensOnOrderPaid.keyOf(order.id()), reason)
                        .isEmpty()) {
            throw CommerceProblem.NOT_DELIVERED.because("They arrive within seconds; try again then.");
        }
        return tokens;
    }
}
