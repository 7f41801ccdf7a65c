package dev.ashlar.commerce.domain;

import static dev.ashlar.commerce.domain.Goods.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
        change(captured.refunding().refunded(), captured.refunding());

        assertThat(payments().change(captured.refunding(), captured, NOW)).isFalse();
    }

    @Test
    void storesTheReasonOfADeclinedPayment() {
        var payment = begin(placed);
        change(payment.declined(null, "no funds"), payment);

        assertThat(payments().change(payment.captured("ext"), payment, NOW)).isFalse();
    }

    @Test
    void claimsAPendingPaymentOnce() {
        var payment = begin(placed);
        var later = NOW.plusSeconds(60);

        assertThat(payments().claimUnsettled(NOW.minusMillis(1), later, 5)).isEmpty();
        assertThat(payments().claimUnsettled(NOW, later, 5)).containsExactly(payment);
        assertThat(payments().claimUnsettled(NOW, later, 5)).isEmpty();
        assertThat(payments().claimUnsettled(later, later, 5)).containsExactly(payment);

        change(payment.declined(null, "no"), payment);
        assertThat(payments().claimUnsettled(later, later, 5)).isEmpty();
    }

    @Test
    void claimsOneBatchOfPaymentsAtATime() {
        begin(placed);
        var another = Goods.order(book, 1);
        place(another);
        begin(another);

        assertThat(payments().claimUnsettled(NOW, NOW.plusSeconds(1), 1)).hasSize(1);
        assertThat(payments().claimUnsettled(NOW, NOW.plusSeconds(1), 5)).hasSize(1);
    }

    @Test
    void recordsAMessageOnce() {
        var payment = begin(placed);

        assertThat(inbox().receive("test", "1", payment.id(), "captured", NOW)).isTrue();
        assertThat(inbox().receive("test", "1", payment.id(), "captured", NOW)).isFalse();
        assertThat(inbox().receive("test", "2", payment.id(), "captured", NOW)).isTrue();
        assertThat(inbox().receive("other", "1", payment.id(), "captured", NOW)).isTrue();
    }

    private void change(Payment next, Payment previous) {
        assertThat(payments().change(next, previous, NOW)).isTrue();
        assertThat(payments().find(next.id())).contains(next);
    }
}
