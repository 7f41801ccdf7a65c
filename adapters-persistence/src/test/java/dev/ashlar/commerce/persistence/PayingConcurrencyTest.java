// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static dev.ashlar.commerce.persistence.TestShop.actor;
import static dev.ashlar.commerce.persistence.TestShop.captured;
import static dev.ashlar.commerce.persistence.TestShop.declined;
import static dev.ashlar.commerce.persistence.TestShop.successes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Concurrent paying, settling, cancelling and refunding of one order. */
@ServiceTest
@RecordApplicationEvents
class PayingConcurrencyTest extends PlacedOrder {
    @Race(5)
    void oneOfManyPaymentsBegins() {
        var outcomes = Together.run(16, this::begin);

        assertThat(successes(outcomes, CommerceProblem.PAYMENT_PENDING)).isEqualTo(1);
        assertThat(shop.count("commerce.payments WHERE order_id = ?", order.value()))
                .isEqualTo(1);
    }

    @Race(5)
    void oneKeyBeginsOnePayment() {
        var outcomes = Together.run(16, () -> payments.begin(buyer, order, "test", "tok", "key"));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream()
                        .map(Outcome::value)
                        .filter(Objects::nonNull)
                        .map(Payment::id)
                        .distinct())
                .hasSize(1);
    }

    @Race(10)
    void anOrderIsEitherPaidOrCancelled() {
        shop.execute("UPDATE commerce.orders SET expires_at = now() + interval '1 hour' WHERE id = ?", order.value());
        var outcomes = Together.run(List.of(
                () -> begin(), () -> orders.cancel(buyer, order), () -> begin(), () -> orders.cancel(buyer, order)));

        assertThat(successes(
                        outcomes,
                        CommerceProblem.PAYMENT_PENDING,
                        CommerceProblem.ILLEGAL_TRANSITION,
                        KernelProblem.BUSY))
                .isEqualTo(1);
        boolean paying = outcomes.stream().anyMatch(outcome -> outcome.value() instanceof Payment);
        assertThat(shop.statusOf(order)).isEqualTo(paying ? "pending" : "cancelled");
        shop.assertStock(pack, 10, paying ? 1 : 0);
    }

    @Race(5)
    void anOrderIsEitherPaidOrExpires() {
        var soon = clock.instant().plusMillis(3).toString();
        shop.execute("UPDATE commerce.orders SET expires_at = ?::timestamptz WHERE id = ?", soon, order.value());
        var outcomes = Together.run(List.of(
                () -> begin(), () -> orders.expireOrders(), () -> orders.expireOrders(), () -> orders.expireOrders()));

        boolean paying = outcomes.stream().anyMatch(outcome -> outcome.value() instanceof Payment);
        orders.expireOrders();
        if (paying) {
            assertThat(shop.statusOf(order)).isEqualTo("pending");
            shop.assertStock(pack, 10, 1);
        } else {
            await().until(() ->
                    orders.expireOrders() == 0 && shop.statusOf(order).equals("cancelled"));
            shop.assertStock(pack, 10, 0);
        }
    }

    @Race(5)
    void anOutcomeTakesEffectOnceThoughItArrivesInSeveralWays(ApplicationEvents events) {
        var payment = begin();

        var outcomes = Together.run(16, number -> () -> switch (number % 4) {
            case 0 -> payments.settle(payment.id(), captured(payment));
            default -> receive(payment, "event-" + payment.id().value() + number % 3);
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(events.stream(OrderPaid.class)).hasSize(1);
        shop.assertStock(pack, 9, 0);
        assertThat(shop.statusOf(order)).isEqualTo("paid");
        await().until(() -> credits() == 1);
    }

    @Race(5)
    void aCaptureCountsThoughADeclineComesAtTheSameTime(ApplicationEvents events) {
        var payment = begin();

        var outcomes = Together.run(
                8,
                number -> () -> payments.settle(payment.id(), number % 2 == 0 ? captured(payment) : declined(payment)));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(shop.statusOf(order)).isEqualTo("paid");
        assertThat(events.stream(OrderPaid.class)).hasSize(1);
        shop.assertStock(pack, 9, 0);
    }

    @Race(5)
    void refundsAnOrderOnce() {
        var payment = begin();
        payments.settle(payment.id(), captured(payment));
        await().until(() -> credits() == 1);

        var outcomes = Together.run(8, () -> refunds.refund(shop.admin, order, "Broken promise"));

        assertThat(successes(outcomes, CommerceProblem.ILLEGAL_TRANSITION, KernelProblem.BUSY))
                .isEqualTo(1);
        assertThat(shop.count(
                        "wallet.tokens WHERE user_id = ? AND balance = 0",
                        buyer.userId().value()))
                .isEqualTo(1);
    }

    @Race(3)
    void aPaymentIsClaimedByOneReconciler() {
        for (int count = 0; count < 30; count++) {
            var other = actor(Role.STUDENT);
            payments.begin(other, shop.order(other, shop.pack(1)), "test", "tok", Goods.key());
        }
        clock.advance(Duration.ofMinutes(2));

        var outcomes = Together.run(
                4,
                _ -> () -> Stream.iterate(payments.claimDue(), due -> !due.isEmpty(), _ -> payments.claimDue())
                        .flatMap(List::stream)
                        .toList());

        var taken = outcomes.stream()
                .map(Outcome::value)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .map(Payment::id)
                .toList();
        assertThat(taken).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
        shop.execute("UPDATE commerce.payments SET due_at = now() + interval '1 year'");
    }

    private Object receive(Payment payment, String event) {
        payments.receive("test", event, "captured", payment.id(), captured(payment));
        return event;
    }

    private long credits() {
        return shop.count("wallet.token_usages WHERE idempotency_key = ?", "order:" + order.value());
    }
}
