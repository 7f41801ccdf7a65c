// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Refunded;
import dev.ashlar.commerce.domain.GatewayAnswer.Unknown;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls of the gateway: announced in one transaction, made outside any, and their answers applied in another. */
@Workflow
public class PaymentWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentWorkflow.class);

    private final PaymentService payments;
    private final RefundService refunds;
    private final AttentionService attention;
    private final PaymentGateway gateway;

    PaymentWorkflow(
            PaymentService payments, RefundService refunds, AttentionService attention, PaymentGateway gateway) {
        this.payments = payments;
        this.refunds = refunds;
        this.attention = attention;
        this.gateway = gateway;
    }

    /**
     * Pays the actor's order. The returned payment is pending if the gateway did not answer in time; the order shows the outcome
     * later.
     *
     * @param source reference that the gateway gave to the buyer's browser
     * @param key Idempotency-Key of the request; a retry under the same key continues the same payment
     */
    public PaymentView pay(Actor actor, OrderId order, String source, String key) {
        var payment = payments.begin(actor, order, gateway.provider(), source, key);
        boolean waiting = payment.status() == PaymentStatus.PENDING && payment.attention() == null;
        return PaymentView.of(
                waiting ? settle(payment.id(), gateway.charge(payment.id(), payment.amount(), source)) : payment);
    }

    /**
     * Applies a webhook message of the gateway, whose signature the caller has verified.
     *
     * @return false if the payment is not one of this provider in Ashlar
     */
    public boolean receive(String provider, String eventId, String type, PaymentId id, GatewayAnswer answer) {
        var payment = payments.receive(provider, eventId, type, id, answer);
        payment.ifPresent(this::refundReturned);
        return payment.isPresent();
    }

    /** Asks the gateway about a batch of payments; returns the number of payments. */
    @Job(name = "commerce.reconcile-payments", every = "5m")
    public int reconcile() {
        var due = payments.claimDue();
        due.forEach(this::reconcile);
        return due.size();
    }

    /** Asks the gateway again about a payment that needs attention. */
    public PaymentView retry(Actor actor, PaymentId id) {
        return PaymentView.of(ask(attention.retry(actor, id)));
    }

    /** Returns the money of a refunded order; fails unless the gateway confirms it. */
    void returnMoney(OrderId order) {
        var payment = payments.paymentOf(order);
        if (payment.status() == PaymentStatus.REFUNDED) {
            return;
        }
        var answer = gateway.refund(payment.id());
        if (!(answer instanceof Refunded)) {
            throw new IllegalStateException(
                    "The gateway has not refunded payment " + payment.id().value() + ": " + answer);
        }
        payments.settle(payment.id(), answer);
    }

    private void reconcile(Payment payment) {
        try {
            ask(payment);
        } catch (RuntimeException failed) {
            LOG.error(
                    "Payment not reconciled payment={} status={}", payment.id().value(), payment.status(), failed);
            giveUpIfOverdue(payment);
        }
    }

    /** Frees the items of an order whose outcome cannot be stored. Whatever fails, the other payments of the batch are asked about. */
    private void giveUpIfOverdue(Payment payment) {
        try {
            if (payment.status() == PaymentStatus.PENDING && payments.isOverdue(payment.orderId())) {
                payments.giveUp(payment.id(), new NoAnswer());
            }
        } catch (RuntimeException failed) {
            LOG.error("Payment not given up payment={}", payment.id().value(), failed);
        }
    }

    private Payment ask(Payment payment) {
        var id = payment.id();
        if (payment.status() == PaymentStatus.REFUNDING) {
            var answer = gateway.refund(id);
            return answer instanceof Refunded ? settle(id, answer) : payments.missConfirmation(id);
        }
        var settled = settle(id, outcomeOf(payment));
        // The gateway is asked to take no money any more, so that the order need not wait for it.
        return settled.status() == PaymentStatus.PENDING && payments.isOverdue(settled.orderId())
                ? payments.giveUp(id, gateway.cancel(id))
                : settled;
    }

    /** Cancels a payment that never reached the gateway, so that it cannot reach it after the order failed. */
    private GatewayAnswer outcomeOf(Payment payment) {
        var answer = gateway.find(payment.id());
        return answer instanceof Unknown && payment.status() == PaymentStatus.PENDING
                ? gateway.cancel(payment.id())
                : answer;
    }

    private Payment settle(PaymentId id, GatewayAnswer answer) {
        var settled = payments.settle(id, answer);
        refundReturned(settled);
        return settled;
    }

    /** Refunds an order whose money the gateway has returned; an administrator decides where its tokens are spent. */
    private void refundReturned(Payment payment) {
        if (payment.attention() == PaymentAttention.MONEY_RETURNED) {
            try {
                refunds.refundReturned(payment.orderId());
            } catch (DomainException refused) {
                LOG.warn(
                        "Returned payment not refunded payment={} cause={}",
                        payment.id().value(),
                        refused.type().code());
            }
        }
    }
}
