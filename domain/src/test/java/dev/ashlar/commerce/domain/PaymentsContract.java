// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import static dev.ashlar.commerce.domain.Goods.NOW;
import static dev.ashlar.commerce.domain.Payments.LONG_PAUSE;
import static dev.ashlar.commerce.domain.Payments.MEMORY;
import static dev.ashlar.commerce.domain.Payments.PAUSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract of {@link Payments} and {@link PaymentEvents}. */
public abstract class PaymentsContract extends ShopContract {
    protected abstract PaymentEvents inbox();

    @Test
    void storesEveryField() {
        var payment = begin(placed);

        assertThat(payments().find(payment.id())).contains(payment);
        assertThat(payments().findByKey(payment.orderId(), payment.attempt().idempotencyKey()))
                .contains(payment);
        assertThat(payments().findByKey(payment.orderId(), "another")).isEmpty();
        assertThat(payments().find(Goods.paymentId())).isEmpty();
    }

    @Test
    void storesEveryFieldOfEachStatus() {
        var payment = begin(placed);
        var captured = payment.captured("ext-" + payment.id().value());
        change(captured, payment);
        change(captured.refunding(), captured);
        var unconfirmed = captured.refunding().needing(PaymentAttention.REFUND_UNCONFIRMED);
        change(unconfirmed, captured.refunding());
        change(unconfirmed.refunded("ext-" + payment.id().value()), unconfirmed);

        assertThat(payments().change(captured.refunding(), captured, NOW)).isFalse();
    }

    @Test
    void storesTheReasonOfADeclinedPayment() {
        var payment = begin(placed);
        change(payment.declined(null, "no funds"), payment);

        assertThat(payments().change(payment.captured("ext"), payment, NOW)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void storesEachAttentionCase(PaymentAttention attention) {
        var payment = begin(placed);
        var captured = payment.captured("ext-" + payment.id().value());
        var next = switch (attention) {
            case OUTCOME_MISSING -> payment;
            case ORDER_FAILED, AMOUNT_DIFFERENT -> captured;
            case MONEY_RETURNED -> payment.refunded("ext-" + payment.id().value());
            case REFUND_UNCONFIRMED -> {
                change(captured, payment);
                yield captured.refunding();
            }
        };
        change(next.needing(attention), attention == PaymentAttention.REFUND_UNCONFIRMED ? captured : payment);
        change(next, next.needing(attention));
    }

    @Test
    void claimsAPendingPaymentEachMinute() {
        var payment = begin(placed);
        var first = NOW.plus(PAUSE);

        assertThat(payments().claimDue(first.minusMillis(1), 5)).isEmpty();
        assertThat(payments().claimDue(first, 5)).containsExactly(payment);
        assertDueNext(payment, first, PAUSE);
    }

    @Test
    void claimsASettledPaymentAfterItsAgeUntilNothingIsExpected() {
        var payment = begin(placed);
        var captured = payment.captured("ext-" + payment.id().value());
        change(captured, payment);

        var first = NOW.plus(PAUSE);
        assertThat(payments().claimDue(first, 5)).containsExactly(captured);
        assertDueNext(captured, first, LONG_PAUSE);
        var tenth = NOW.plusSeconds(36_000);
        assertThat(payments().claimDue(tenth, 5)).containsExactly(captured);
        assertDueNext(captured, tenth, Duration.ofHours(10));
        var last = NOW.plus(MEMORY);
        assertThat(payments().claimDue(last, 5)).containsExactly(captured);
        assertThat(payments().claimDue(last.plus(MEMORY).plus(MEMORY), 5)).isEmpty();

        change(captured.refunding(), captured);
        assertThat(payments().claimDue(NOW.plus(PAUSE), 5)).as("its refund").containsExactly(captured.refunding());
        assertDueNext(captured.refunding(), NOW.plus(PAUSE), LONG_PAUSE);
    }

    @Test
    void claimsAGivenUpPaymentEachHourAndNoRefundedOne() {
        var payment = begin(placed);
        var givenUp = payment.needing(PaymentAttention.OUTCOME_MISSING);
        change(givenUp, payment);

        var first = NOW.plus(PAUSE);
        assertThat(payments().claimDue(first, 5)).containsExactly(givenUp);
        assertDueNext(givenUp, first, LONG_PAUSE);
        change(payment.refunded("ext-" + payment.id().value()), givenUp);
        assertThat(payments().claimDue(NOW.plus(MEMORY), 5)).isEmpty();
    }

    @Test
    void claimsOneBatchOfPaymentsAtATime() {
        begin(placed);
        var another = Goods.order(book, 1);
        place(another);
        begin(another);

        assertThat(payments().claimDue(NOW.plus(PAUSE), 1)).hasSize(1);
        assertThat(payments().claimDue(NOW.plus(PAUSE), 5)).hasSize(1);
    }

    @Test
    void recordsAMessageOnce() {
        var payment = begin(placed);

        assertThat(inbox().receive("test", "1", payment.id(), "captured", NOW)).isTrue();
        assertThat(inbox().receive("test", "1", payment.id(), "captured", NOW)).isFalse();
        assertThat(inbox().receive("test", "2", payment.id(), "captured", NOW)).isTrue();
        assertThat(inbox().receive("other", "1", payment.id(), "captured", NOW)).isTrue();
    }

    /** Checks the time of the next question and claims the payment then. */
    private void assertDueNext(Payment payment, Instant at, Duration pause) {
        assertThat(payments().claimDue(at.plus(pause).minusMillis(1), 5)).isEmpty();
        assertThat(payments().claimDue(at.plus(pause), 5)).containsExactly(payment);
    }

    private void change(Payment next, Payment previous) {
        assertThat(payments().change(next, previous, NOW)).isTrue();
        assertThat(payments().find(next.id())).contains(next);
    }
}
