// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static dev.ashlar.commerce.persistence.TestShop.captured;
import static dev.ashlar.commerce.persistence.TestShop.declined;
import static dev.ashlar.commerce.persistence.TestShop.successes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.application.AttentionService;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Concurrent outcomes, refunds and decisions of one payment, after it has begun. */
@ServiceTest
@RecordApplicationEvents
class SettlingConcurrencyTest extends PlacedOrder {
    @Autowired
    private AttentionService attention;

    @Race(5)
    void aReturnedPaymentLeavesNoTokensThoughItsCreditIsUnderWay() {
        var payment = begin();

        var outcomes = Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? payments.settle(payment.id(), captured(payment))
                        : payments.settle(
                                payment.id(),
                                new GatewayAnswer.Refunded("ext-" + payment.id().value())));
        refunds.refundReturned(order);

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(shop.statusOf(order)).isIn("failed", "refunded");
        await().until(() ->
                shop.count("kernel.event_publication WHERE listener_id = ?", "commerce.credit-tokens") == 0);
        assertThat(balance()).isZero();
    }

    /** A lock on the wallet holds back the credit, which has read by then that the order is paid. */
    @Test
    void aRefundWaitsForACreditThatIsUnderWay() throws SQLException {
        var payment = begin();
        try (var holding = database.database().owner().getConnection()) {
            holding.setAutoCommit(false);
            try (var statement = holding.createStatement()) {
                statement.execute("SELECT FROM wallet.tokens WHERE user_id = '"
                        + buyer.userId().value() + "' FOR UPDATE");
            }
            payments.settle(payment.id(), captured(payment));
            await("the credit").until(() -> database.database().waiting() == 1);

            var refund = CompletableFuture.runAsync(() -> refunds.refund(shop.admin, order, "Broken promise"));
            await("the refund")
                    .until(() -> refund.isDone() || database.database().waiting() == 2);
            holding.rollback();
            refund.join();
        }

        await().until(() ->
                shop.count("kernel.event_publication WHERE listener_id = ?", "commerce.credit-tokens") == 0);
        assertThat(shop.statusOf(order)).isEqualTo("refunded");
        assertThat(balance()).isZero();
    }

    @Race(5)
    void anExpiredOrderEndsOnceThoughItsOutcomeComesWhileItIsGivenUp(ApplicationEvents events) {
        var payment = begin();
        clock.advance(Placement.TIME_TO_PAY);

        var outcomes = Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? payments.settle(payment.id(), captured(payment))
                        : payments.giveUp(payment.id(), new GatewayAnswer.NoAnswer()));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(shop.statusOf(order)).isEqualTo("paid");
        assertThat(events.stream(OrderPaid.class)).hasSize(1);
        shop.assertStock(pack, 9, 0);
    }

    @Race(5)
    void aLatePaymentIsEitherAcceptedOrRefunded(ApplicationEvents events) {
        var payment = begin();
        payments.settle(payment.id(), declined(payment));
        shop.execute("UPDATE commerce.products SET is_active = false WHERE id = ?", pack.value());
        payments.settle(payment.id(), captured(payment));
        assertThat(shop.statusOf(order)).isEqualTo("failed");
        shop.execute("UPDATE commerce.products SET is_active = true WHERE id = ?", pack.value());

        var outcomes = Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? attention.accept(shop.admin, payment.id(), "Accepted")
                        : attention.refund(shop.admin, payment.id(), "Refunded"));

        assertThat(successes(outcomes, CommerceProblem.ACTION_UNAVAILABLE)).isEqualTo(1);
        boolean accepted = shop.statusOf(order).equals("paid");
        assertThat(events.stream(OrderPaid.class)).hasSize(accepted ? 1 : 0);
        shop.assertStock(pack, accepted ? 9 : 10, 0);
        assertThat(shop.count(
                        "commerce.payment_decisions WHERE payment_id = ?",
                        payment.id().value()))
                .isEqualTo(1);
    }

    private long balance() {
        return shop.count(
                "wallet.tokens WHERE user_id = ? AND balance > 0",
                buyer.userId().value());
    }
}
