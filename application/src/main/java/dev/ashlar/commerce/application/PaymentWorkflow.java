package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Refunded;
import dev.ashlar.commerce.domain.GatewayAnswer.Unknown;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.application.Job;
import dev.ashlar.kernel.application.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls of the gateway: announced in one transaction, made outside any, and their answers applied in another. */
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
     * Pays the actor's order. The returned payment is pending if the gateway did not answer in time; the order shows the outcome
     * later.
     *
     * @param source reference that the gateway gave to the buyer's browser
     * @param key Idempotency-Key of the request; a retry under the same key continues the same payment
     */
    public PaymentView pay(Actor actor, OrderId order, String source, String key) {
        var payment = payments.begin(actor, order, gateway.provider(), source, key);
        return payment.status() == PaymentStatus.PENDING
                ? payments.settle(payment.id(), gateway.charge(payment.id(), payment.amount(), source))
                : PaymentView.of(payment);
    }

    /** Asks the gateway about a batch of payments without an outcome; returns the number of payments. */
    @Job(name = "commerce.reconcile-payments", every = "5m")
    public int reconcile() {
        var unsettled = payments.claimUnsettled();
        unsettled.forEach(this::reconcile);
        return unsettled.size();
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
            payments.settle(payment.id(), outcomeOf(payment));
        } catch (RuntimeException failed) {
            LOG.error("Payment stays pending payment={}", payment.id().value(), failed);
        }
    }

    /** Cancels a payment that never reached the gateway, so that it cannot reach it after the order failed. */
    private GatewayAnswer outcomeOf(Payment payment) {
        var answer = gateway.find(payment.id());
        return answer instanceof Unknown ? gateway.cancel(payment.id()) : answer;
    }
}
