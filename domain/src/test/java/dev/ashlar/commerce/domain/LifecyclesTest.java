// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.testing.GeneratedDocs;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Transitions of orders and payments, tried in every sequence, against their lifecycle tables. */
class LifecyclesTest {
    private static final List<UnaryOperator<Order>> ORDER_STEPS = List.of(
            order -> order.paying(Goods.paymentId(), Goods.NOW),
            Order::paid,
            Order::failed,
            Order::cancelled,
            Order::refunded);
    private static final List<UnaryOperator<Payment>> PAYMENT_STEPS = List.of(
            payment -> payment.captured("ext"),
            payment -> payment.declined(null, "no"),
            Payment::refunding,
            payment -> payment.refunded("ext"));

    @Property
    void anOrderFollowsItsLifecycle(@ForAll @Size(max = 12) List<@IntRange(max = 4) Integer> steps) {
        var order = Goods.order(Goods.book(1), 1).order();
        for (int step : steps) {
            var before = order;
            try {
                order = ORDER_STEPS.get(step).apply(before);
                assertThat(order.status() == before.status()
                                || OrderStatus.LIFECYCLE.allows(before.status(), order.status()))
                        .isTrue();
            } catch (DomainException refused) {
                assertThat(order).isEqualTo(before);
            }
            if (order.status() != OrderStatus.PENDING) {
                assertThat(order.paymentId() == null).isEqualTo(order.status() == OrderStatus.CANCELLED);
            }
        }
    }

    @Property
    void aPaymentFollowsItsLifecycle(@ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> steps) {
        var payment = Goods.payment(Goods.order(Goods.book(1), 1).order());
        for (int step : steps) {
            var before = payment;
            try {
                payment = PAYMENT_STEPS.get(step).apply(before);
                assertThat(PaymentStatus.LIFECYCLE.allows(before.status(), payment.status()))
                        .isTrue();
            } catch (DomainException refused) {
                assertThat(refused.type()).isEqualTo(CommerceProblem.ILLEGAL_TRANSITION);
            }
        }
    }

    @Test
    void aRefusedTransitionNamesTheStates() {
        var paid = Goods.order(Goods.book(1), 1)
                .order()
                .paying(Goods.paymentId(), Goods.NOW)
                .paid();

        assertThat(assertRefused(CommerceProblem.ILLEGAL_TRANSITION, paid::cancelled)
                        .detail())
                .isEqualTo("Order " + paid.orderNo() + " is paid and cannot become cancelled; it may become refunded.");
    }

    @Test
    void anOrderWithAPendingPaymentIsNeitherPaidNorCancelled() {
        var order = Goods.order(Goods.book(1), 1).order();
        var paying = order.paying(Goods.paymentId(), Goods.NOW);

        assertRefused(CommerceProblem.PAYMENT_PENDING, paying::cancelled);
        assertRefused(CommerceProblem.PAYMENT_PENDING, () -> paying.paying(Goods.paymentId(), Goods.NOW));
        assertRefused(
                CommerceProblem.ORDER_EXPIRED,
                () -> order.paying(Goods.paymentId(), order.placement().expiresAt()));
    }

    @Test
    void onlyAPendingOrderIsPaid() {
        var order = Goods.order(Goods.book(1), 1).order();
        var failed = order.paying(Goods.paymentId(), Goods.NOW).failed();

        assertThat(assertRefused(CommerceProblem.ILLEGAL_TRANSITION, () -> failed.paying(Goods.paymentId(), Goods.NOW))
                        .detail())
                .isEqualTo("Order " + order.orderNo() + " is failed and cannot be paid. Place a new order.");
    }

    @Test
    void aLongReasonIsCutBetweenCharacters() {
        var payment = Goods.payment(Goods.order(Goods.book(1), 1).order());

        assertThat(payment.declined(null, "x".repeat(1000)).reason()).hasSize(Payment.MAX_TEXT);
        assertThat(payment.declined(null, "x" + "\uD83D\uDCB8".repeat(1000)).reason())
                .isEqualTo("x" + "\uD83D\uDCB8".repeat(Payment.MAX_TEXT - 1));
    }

    @Test
    void anAttentionCaseAllowsItsActionsOnly() {
        var payment = Goods.payment(Goods.order(Goods.book(1), 1).order());
        assertRefused(CommerceProblem.ACTION_UNAVAILABLE, () -> payment.requireAction(PaymentAction.ACCEPT));
        for (var attention : PaymentAttention.values()) {
            for (var action : PaymentAction.values()) {
                if (attention.actions().contains(action)) {
                    payment.needing(attention).requireAction(action);
                } else {
                    assertRefused(
                            CommerceProblem.ACTION_UNAVAILABLE,
                            () -> payment.needing(attention).requireAction(action));
                }
            }
        }
    }

    @Test
    void aNextStateEndsTheAttentionCase() {
        var pending = Goods.payment(Goods.order(Goods.book(1), 1).order()).needing(PaymentAttention.OUTCOME_MISSING);

        assertThat(pending.captured("ext").attention()).isNull();
        assertThat(pending.declined(null, "no").attention()).isNull();
        assertThat(pending.refunded("ext").attention()).isNull();
    }

    @Test
    void theDocumentationShowsTheLifecycles() {
        GeneratedDocs.assertShows("commerce.md", "order", OrderStatus.LIFECYCLE);
        GeneratedDocs.assertShows("commerce.md", "payment", PaymentStatus.LIFECYCLE);
    }
}
