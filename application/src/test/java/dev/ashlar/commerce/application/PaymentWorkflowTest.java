// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.GatewayAnswer.Declined;
import dev.ashlar.commerce.domain.GatewayAnswer.Pending;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Role;
import org.junit.jupiter.api.Test;

class PaymentWorkflowTest {
    private static final Money PRICE = Money.of("50", "EUR");

    private final Shop shop = new Shop();
    private final OrderId order = shop.ordered(2);

    @Test
    void anApprovedPaymentPaysTheOrderAndPublishesIt() {
        var payment = pay("tok_approve", "key");

        assertThat(payment.status()).isEqualTo(PaymentStatus.CAPTURED);
        assertOrder(OrderStatus.PAID);
        assertThat(shop.reserved()).isZero();
        assertThat(shop.events).singleElement().isInstanceOfSatisfying(OrderPaid.class, paid -> {
            assertThat(paid.tokens()).isEqualTo(200);
            assertThat(paid.total()).isEqualTo(PRICE);
            assertThat(paid.buyer()).isEqualTo(shop.buyer.userId());
        });
    }

    @Test
    void aDeclinedPaymentFailsTheOrderAndReleasesItsItems() {
        var payment = pay("tok_decline", "key");

        assertThat(payment.status()).isEqualTo(PaymentStatus.DECLINED);
        assertThat(payment.reason()).isEqualTo("no funds");
        assertOrder(OrderStatus.FAILED);
        assertThat(shop.reserved()).isZero();
        assertThat(shop.events).isEmpty();
        assertRefused(CommerceProblem.ILLEGAL_TRANSITION, () -> pay("tok_approve", "another"));
    }

    @Test
    void aRetryUnderTheSameKeyChargesOnce() {
        var first = pay("tok_approve", "key");

        assertThat(pay("tok_approve", "key")).isEqualTo(first);
        assertThat(shop.gateway.charged).hasSize(1);
        assertThat(shop.events).hasSize(1);
        assertRefused(KernelProblem.IDEMPOTENCY_KEY_REUSED, () -> pay("tok_decline", "key"));
        assertRefused(CommerceProblem.ILLEGAL_TRANSITION, () -> pay("tok_approve", "another"));
    }

    @Test
    void reconciliationFindsALostAnswer() {
        shop.gateway.silent = true;
        assertThat(pay("tok_approve", "key").status()).isEqualTo(PaymentStatus.PENDING);
        assertOrder(OrderStatus.PENDING);
        assertRefused(CommerceProblem.PAYMENT_PENDING, () -> pay("tok_approve", "another"));
        assertRefused(CommerceProblem.PAYMENT_PENDING, () -> shop.orders.cancel(shop.buyer, order));
        assertThat(shop.workflow.reconcile()).as("too early").isZero();

        shop.gateway.silent = false;
        shop.wait(Payments.PAUSE);
        assertThat(shop.workflow.reconcile()).isEqualTo(1);

        assertOrder(OrderStatus.PAID);
        assertThat(shop.workflow.reconcile()).as("again only after an hour").isZero();
    }

    @Test
    void aRetryUnderTheSameKeyContinuesAPendingPayment() {
        shop.gateway.silent = true;
        pay("tok_approve", "key");
        shop.gateway.silent = false;

        assertThat(pay("tok_approve", "key").status()).isEqualTo(PaymentStatus.CAPTURED);
    }

    @Test
    void reconciliationCancelsAPaymentThatNeverReachedTheGateway() {
        shop.gateway.deaf = true;
        var payment = pay("tok_approve", "key");
        shop.gateway.deaf = false;
        shop.wait(Payments.PAUSE);

        shop.workflow.reconcile();

        assertOrder(OrderStatus.FAILED);
        assertThat(shop.gateway.charge(payment.id(), PRICE, "tok_approve"))
                .as("late")
                .isInstanceOf(Declined.class);
    }

    @Test
    void aSilentGatewayIsAskedAgainLater() {
        shop.gateway.silent = true;
        pay("tok_approve", "key");
        shop.wait(Payments.PAUSE);

        assertThat(shop.workflow.reconcile()).isEqualTo(1);
        assertThat(shop.workflow.reconcile()).as("not at once").isZero();
        assertOrder(OrderStatus.PENDING);
    }

    @Test
    void anOutcomeTakesEffectOnceThoughItArrivesInSeveralWays() {
        shop.gateway.silent = true;
        var id = pay("tok_approve", "key").id();
        var captured = ObedientGateway.captured(id, PRICE);

        shop.workflow.receive(Goods.PROVIDER, "1", "captured", id, captured);
        shop.workflow.receive(Goods.PROVIDER, "1", "captured", id, captured);
        shop.workflow.receive(Goods.PROVIDER, "2", "captured", id, captured);
        shop.payments.settle(id, captured);
        shop.workflow.receive(Goods.PROVIDER, "3", "declined", id, ObedientGateway.declined(id, "late"));

        assertOrder(OrderStatus.PAID);
        assertThat(shop.events).hasSize(1);
    }

    @Test
    void ignoresMessagesAboutPaymentsOfOthers() {
        shop.gateway.silent = true;
        var id = pay("tok_approve", "key").id();
        var captured = ObedientGateway.captured(id, PRICE);

        assertThat(shop.workflow.receive("other", "1", "captured", id, captured))
                .isFalse();
        assertThat(shop.workflow.receive(Goods.PROVIDER, "1", "captured", Goods.paymentId(), captured))
                .isFalse();
        assertOrder(OrderStatus.PENDING);
    }

    @Test
    void anOrderExpiresThoughTheGatewayTellsNoOutcome() {
        shop.gateway.silent = true;
        var payment = pay("tok_approve", "key");
        shop.wait(Placement.TIME_TO_PAY);
        assertThat(shop.orders.expireOrders()).isZero();
        assertThat(shop.reserved()).isEqualTo(2);

        shop.workflow.reconcile();

        assertOrder(OrderStatus.FAILED);
        assertThat(shop.reserved()).isZero();
        assertThat(shop.stores.find(payment.id()).orElseThrow().attention())
                .isEqualTo(PaymentAttention.OUTCOME_MISSING);
        assertThat(pay("tok_approve", "key").status()).as("not charged again").isEqualTo(PaymentStatus.PENDING);
        assertThat(shop.gateway.charged).hasSize(1);
    }

    @Test
    void anOrderExpiresThoughTheOutcomeCannotBeStored() {
        shop.gateway.silent = true;
        var payment = pay("tok_approve", "key");
        shop.gateway.broken = true;
        shop.wait(Payments.PAUSE);
        shop.workflow.reconcile();
        assertOrder(OrderStatus.PENDING);

        shop.wait(Placement.TIME_TO_PAY);
        shop.workflow.reconcile();

        assertOrder(OrderStatus.FAILED);
        assertThat(shop.reserved()).isZero();
        assertThat(shop.stores.find(payment.id()).orElseThrow().attention())
                .isEqualTo(PaymentAttention.OUTCOME_MISSING);
    }

    /** Payments are claimed by the minute, so one that fails each time would keep those behind it waiting for ever. */
    @Test
    void aPaymentThatCannotBeGivenUpKeepsNoOtherWaiting() {
        shop.gateway.silent = true;
        var broken = pay("tok_approve", "key").id();
        var other = shop.ordered(1);
        shop.workflow.pay(shop.buyer, other, "tok_approve", "another");
        shop.gateway.silent = false;
        var payments = spy(shop.payments);
        var failure = new IllegalStateException("The stock of the product is wrong.");
        doThrow(failure).when(payments).settle(eq(broken), any());
        doThrow(failure).when(payments).giveUp(eq(broken), any());
        shop.wait(Placement.TIME_TO_PAY);

        var workflow = new PaymentWorkflow(payments, shop.refunds, shop.attention, shop.gateway);
        assertThat(workflow.reconcile()).as("one in a batch").isEqualTo(1);
        assertThat(workflow.reconcile()).isEqualTo(1);

        assertThat(shop.orders.get(shop.buyer, other).order().status()).isEqualTo(OrderStatus.PAID);
    }

    @Test
    void anExpiredOrderCancelsAPaymentThatIsPendingAtTheGateway() {
        shop.gateway.deaf = true;
        var payment = pay("tok_approve", "key");
        shop.gateway.say(payment.id(), new Pending());
        shop.gateway.cancelled = ObedientGateway.declined(payment.id(), "cancelled");
        shop.wait(Placement.TIME_TO_PAY);

        shop.workflow.reconcile();

        assertOrder(OrderStatus.FAILED);
        assertThat(shop.stores.find(payment.id()).orElseThrow().status()).isEqualTo(PaymentStatus.DECLINED);
    }

    @Test
    void refusesToPayAnotherUsersOrder() {
        for (var role : Role.values()) {
            assertRefused(
                    CommerceProblem.ORDER_NOT_FOUND,
                    () -> shop.workflow.pay(Shop.actor(role), order, "tok_approve", "key"));
        }
    }

    private PaymentView pay(String source, String key) {
        return shop.workflow.pay(shop.buyer, order, source, key);
    }

    private void assertOrder(OrderStatus status) {
        assertThat(shop.orders.get(shop.buyer, order).order().status()).isEqualTo(status);
    }
}
