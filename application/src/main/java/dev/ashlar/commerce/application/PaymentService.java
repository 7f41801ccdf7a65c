// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.Payment.Attempt;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentEvents;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/** Transactional steps of a payment. {@link PaymentWorkflow} calls the gateway between them. */
@ApplicationService
public class PaymentService {
    /** One, because each may wait for a slow gateway, and the run of a job ends between batches. */
    private static final int RECONCILIATION_BATCH = 1;

    private final Payments payments;
    private final PaymentEvents inbox;
    private final Orders orders;
    private final OrderKeeper keeper;
    private final PaymentOutcomes outcomes;
    private final IdSource ids;
    private final InstantSource clock;

    PaymentService(
            Payments payments,
            PaymentEvents inbox,
            Orders orders,
            OrderKeeper keeper,
            PaymentOutcomes outcomes,
            IdSource ids,
            InstantSource clock) {
        this.payments = payments;
        this.inbox = inbox;
        this.orders = orders;
        this.keeper = keeper;
        this.outcomes = outcomes;
        this.ids = ids;
        this.clock = clock;
    }

    /** Records a pending payment of the actor's order, or returns the one that was begun under the same key. */
    @Transactional
    public Payment begin(Actor actor, OrderId orderId, String provider, String source, String key) {
        var order = keeper.lockOwnedBy(actor, orderId);
        var earlier = payments.findByKey(orderId, key);
        if (earlier.isPresent()) {
            earlier.get().attempt().requireSource(source);
            return earlier.get();
        }
        var now = clock.instant();
        var payment = Payment.of(new PaymentId(ids.next()), order, new Attempt(provider, source, key, now));
        var paying = order.paying(payment.id(), now);
        payments.insert(payment);
        if (!orders.change(paying, order, now)) {
            throw CommerceProblem.PAYMENT_PENDING.because(
                    "Another payment of order " + order.orderNo() + " began at the same moment. Read the order again.");
        }
        return payment;
    }

    /** Applies an answer of the gateway. An outcome takes effect once, however often and in whatever way it arrives. */
    @Transactional
    public Payment settle(PaymentId id, GatewayAnswer answer) {
        var order = keeper.lock(keeper.findPayment(id).orderId());
        return outcomes.apply(order, keeper.findPayment(id), answer);
    }

    /**
     * Applies a webhook message of the gateway unless it was received before. The caller has verified its signature.
     *
     * @return the payment; empty if it is not one of this provider in Ashlar
     */
    @Transactional
    public Optional<Payment> receive(String provider, String eventId, String type, PaymentId id, GatewayAnswer answer) {
        var payment = payments.find(id)
                .filter(found -> found.attempt().provider().equals(provider))
                .orElse(null);
        if (payment == null) {
            return Optional.empty();
        }
        var order = keeper.lock(payment.orderId());
        var locked = keeper.findPayment(id);
        boolean isNew = inbox.receive(provider, eventId, id, type, clock.instant());
        return Optional.of(isNew ? outcomes.apply(order, locked, answer) : locked);
    }

    /** Claims a batch of payments that the gateway must be asked about. */
    @Transactional
    public List<Payment> claimDue() {
        return payments.claimDue(clock.instant(), RECONCILIATION_BATCH);
    }

    /** Returns true if an order no longer waits for the outcome of its payment. */
    public boolean isOverdue(OrderId id) {
        var order = keeper.find(id);
        return order.status() != OrderStatus.PENDING || order.isExpired(clock.instant());
    }

    /**
     * Applies the answer to the cancellation of a payment whose order no longer waits. If the outcome is still not known, the
     * order fails and the payment needs attention.
     */
    @Transactional
    public Payment giveUp(PaymentId id, GatewayAnswer answer) {
        var order = keeper.lock(keeper.findPayment(id).orderId());
        return outcomes.giveUp(order, outcomes.apply(order, keeper.findPayment(id), answer));
    }

    /** Records that the gateway has not confirmed a refund. */
    @Transactional
    public Payment missConfirmation(PaymentId id) {
        keeper.lock(keeper.findPayment(id).orderId());
        var payment = keeper.findPayment(id);
        return payment.status() == PaymentStatus.REFUNDING && payment.attention() == null
                ? outcomes.change(payment.needing(PaymentAttention.REFUND_UNCONFIRMED), payment)
                : payment;
    }

    /** Returns the payment of an order. */
    public Payment paymentOf(OrderId orderId) {
        return keeper.payment(keeper.find(orderId)).orElseThrow();
    }
}
