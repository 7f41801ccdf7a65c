package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Outcome;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Talks to the gateway: notes in one transaction that it will, does in none, notes the answer in another. */
@Workflow
public class PaymentWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentWorkflow.class);

    private final PaymentService payments;
    private final PaymentGateway gateway;

    PaymentWorkflow(PaymentService payments, PaymentGateway gateway) {
        this.payments = payments;
        this.gateway = gateway;
    }

    /**
     * Pays the actor's order. The answer may be a payment that is still pending: then the gateway did not answer in time, and
     * the order shows later what it says.
     *
     * @param source what the gateway gave to the buyer's browser
     * @param key the request's Idempotency-Key: asked again under the same key, the same payment goes on
     */
    public PaymentView pay(Actor actor, OrderId order, String source, String key) {
        var payment = payments.begin(actor, order, gateway.provider(), source, key);
        return payment.status() == PaymentStatus.PENDING
                ? payments.settle(payment.id(), gateway.charge(payment.id(), payment.amount(), source))
                : PaymentView.of(payment);
    }

    /** Asks the gateway about up to a batch of payments whose outcome was lost; returns how many. */
    @Job(name = "commerce.reconcile-payments", every = "5m")
    public int reconcile() {
        var unsettled = payments.claimUnsettled();
        unsettled.forEach(this::reconcile);
        return unsettled.size();
    }

    /** Has the money of a refunded order returned; fails if the gateway has not confirmed it. */
    void returnMoney(OrderId order) {
        var payment = payments.paymentOf(order);
        if (payment.status() == PaymentStatus.REFUNDED) {
            return;
        }
        var answer = gateway.refund(payment.id());
        if (answer.outcome() != Outcome.REFUNDED) {
            throw new IllegalStateException(
                    "The gateway has not returned the payment " + payment.id().value() + ": " + answer.outcome());
        }
        payments.settle(payment.id(), answer);
    }

    private void reconcile(Payment payment) {
        try {
            payments.settle(payment.id(), outcomeOf(payment));
        } catch (RuntimeException failed) {
            LOG.error(
                    "The payment {} stays open; it comes up again.",
                    payment.id().value(),
                    failed);
        }
    }

    /** A payment that never reached the gateway must not reach it later, when its order has been given up. */
    private GatewayAnswer outcomeOf(Payment payment) {
        var answer = gateway.find(payment.id());
        return answer.outcome() == Outcome.UNKNOWN ? gateway.cancel(payment.id()) : answer;
    }
}
