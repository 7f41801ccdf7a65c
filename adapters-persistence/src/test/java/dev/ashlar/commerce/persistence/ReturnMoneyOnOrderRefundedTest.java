// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static dev.ashlar.commerce.persistence.TestShop.actor;
import static dev.ashlar.commerce.persistence.TestShop.captured;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.OrderRefunded;
import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.PaymentService;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.application.RefundService;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentGateway;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
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

/** Listener of refunds, which runs after the refund has committed. */
@ServiceTest
@RecordApplicationEvents
class ReturnMoneyOnOrderRefundedTest {
    private final PaymentService payments;
    private final RefundService refunds;
    private final TokenLedger ledger;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final TestShop shop;
    private final Actor buyer = actor(Role.STUDENT);

    @Autowired
    private PaymentGateway gateway;

    @Autowired
    ReturnMoneyOnOrderRefundedTest(
            ProductService products,
            OrderService orders,
            PaymentService payments,
            RefundService refunds,
            TokenLedger ledger,
            ApplicationEventPublisher publisher,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.payments = payments;
        this.refunds = refunds;
        this.ledger = ledger;
        this.publisher = publisher;
        this.transaction = new TransactionTemplate(transactions);
        this.shop = new TestShop(products, orders, database);
    }

    @BeforeEach
    void answerRefunds() {
        ledger.open(buyer.userId());
        when(gateway.refund(any())).thenReturn(new GatewayAnswer.Refunded("ext"));
    }

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void aRefundReturnsTheMoneyOnceThoughItsEventIsRepeated(ApplicationEvents events) {
        var payment = paid();
        refunds.refund(shop.admin, payment.orderId(), "Broken promise");
        await().until(() -> isReturned(payment));

        var refunded = events.stream(OrderRefunded.class).findFirst().orElseThrow();
        transaction.executeWithoutResult(_ -> publisher.publishEvent(refunded));

        // Handled events are deleted, failed ones stay.
        await().until(() -> shop.count("kernel.event_publication WHERE listener_id = ?", "commerce.return-money") == 0);
        verify(gateway, times(1)).refund(payment.id());
        assertThat(isReturned(payment)).isTrue();
    }

    /** Pays an order and waits until its tokens are credited. */
    private Payment paid() {
        OrderId order = shop.order(buyer, shop.pack(1));
        var payment = payments.begin(buyer, order, "test", "tok", Goods.key());
        payments.settle(payment.id(), captured(payment));
        await().until(() -> shop.count("wallet.token_usages WHERE idempotency_key = ?", "order:" + order.value()) == 1);
        return payment;
    }

    private boolean isReturned(Payment payment) {
        return shop.count(
                        "commerce.payments WHERE status = 'refunded' AND id = ?",
                        payment.id().value())
                == 1;
    }
}
