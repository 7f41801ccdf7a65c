// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static dev.ashlar.commerce.persistence.TestShop.actor;
import static dev.ashlar.commerce.persistence.TestShop.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.PaymentService;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.application.RefundService;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Refunded;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.application.EventResubmissionWorkflow;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.wallet.TokenLedger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Listeners of paid and refunded orders: they take effect once, however often the event is published. */
@ServiceTest
@RecordApplicationEvents
class OrderEventsTest {
    private final PaymentService payments;
    private final RefundService refunds;
    private final EventResubmissionWorkflow resubmission;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final TokenLedger ledger;
    private final TestShop shop;
    private final Actor buyer = actor(Role.STUDENT);

    @Autowired
    private PaymentGateway gateway;

    private OrderId order;
    private Payment payment;

    @Autowired
    OrderEventsTest(
            ProductService products,
            OrderService orders,
            PaymentService payments,
            RefundService refunds,
            EventResubmissionWorkflow resubmission,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            TokenLedger ledger,
            FreshDatabase.Switch database) {
        this.payments = payments;
        this.refunds = refunds;
        this.resubmission = resubmission;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.ledger = ledger;
        this.shop = new TestShop(products, orders, database);
    }

    @BeforeEach
    void payAnOrder() {
        ledger.open(buyer.userId());
        order = shop.order(buyer, shop.pack(10));
        payment = payments.begin(buyer, order, "test", "tok", "key");
        payments.settle(payment.id(), captured(payment));
        awaitNoEvents();
    }

    @Test
    @Tag("rule-hooks-fire")
    void aPaidOrderIsCredited(ApplicationEvents events) {
        assertThat(events.stream(OrderPaid.class)).hasSize(1);
        assertThat(credits()).isEqualTo(1);
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void aPaidOrderIsCreditedOnceThoughItsEventIsRepeated(ApplicationEvents events) {
        publishAgain(events, OrderPaid.class);

        awaitNoEvents();
        assertThat(credits()).isEqualTo(1);
    }

    @Test
    @Tag("rule-hooks-fire")
    void theMoneyOfARefundedOrderIsReturned() {
        given(gateway.refund(payment.id())).willReturn(new Refunded("ext"));

        refunds.refund(shop.admin, order, "Broken promise");

        awaitNoEvents();
        assertPayment("refunded");
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void theMoneyOfARefundedOrderIsReturnedOnceThoughItsEventIsRepeated(ApplicationEvents events) {
        given(gateway.refund(payment.id())).willReturn(new Refunded("ext"));
        refunds.refund(shop.admin, order, "Broken promise");
        awaitNoEvents();

        publishAgain(events, OrderRefunded.class);

        awaitNoEvents();
        verify(gateway, times(1)).refund(any(PaymentId.class));
        assertPayment("refunded");
    }

    @Test
    void aRefundThatTheGatewayDoesNotConfirmIsRetried() {
        given(gateway.refund(payment.id())).willReturn(new NoAnswer()).willReturn(new Refunded("ext"));

        refunds.refund(shop.admin, order, "Broken promise");

        await().until(() -> shop.count("kernel.event_publication WHERE status = 'FAILED'") == 1);
        assertPayment("refunding");
        shop.execute("UPDATE kernel.event_publication SET last_resubmission_date = now() - INTERVAL '1 hour'");
        assertThat(resubmission.resubmit()).isEqualTo(1);
        awaitNoEvents();
        assertPayment("refunded");
    }

    private <E> void publishAgain(ApplicationEvents events, Class<E> type) {
        var event = events.stream(type).findFirst().orElseThrow();
        transaction.executeWithoutResult(status -> publisher.publishEvent(event));
    }

    /** Handled events are deleted, failed ones stay. */
    private void awaitNoEvents() {
        await().until(() -> shop.count("kernel.event_publication") == 0);
    }

    private long credits() {
        return shop.count(
                "wallet.token_usages WHERE user_id = ? AND usage_type = 'purchase' AND delta = 100",
                buyer.userId().value());
    }

    private void assertPayment(String status) {
        assertThat(shop.count(
                        "commerce.payments WHERE id = ? AND status::text = ?",
                        payment.id().value(),
                        status))
                .isEqualTo(1);
    }
}
