package dev.ashlar.commerce.domain;

import static dev.ashlar.commerce.domain.Goods.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link Orders}. */
public abstract class OrdersContract extends ShopContract {
    @Test
    void storesEveryField() {
        var order = placed.order();

        assertThat(orders().find(order.id())).contains(order);
        assertThat(orders().lock(order.id())).contains(order);
        assertThat(orders().findByKey(order.buyer(), order.placement().idempotencyKey()))
                .contains(order);
        assertThat(orders().findByKey(order.buyer(), "another")).isEmpty();
        assertThat(orders().findByKey(Goods.user(), order.placement().idempotencyKey()))
                .isEmpty();
        assertThat(orders().find(Goods.order(book, 1).order().id())).isEmpty();
    }

    @Test
    void returnsItemsSortedByProduct() {
        var both = Goods.order(Goods.user(), Goods.key(), List.of(book, pack), 2);
        place(both);

        assertThat(orders().items(both.order().id()))
                .containsExactly(both.items().get(1), both.items().get(0));
        assertThat(orders().items(Goods.order(book, 1).order().id())).isEmpty();
    }

    @Test
    void changesAnOrderOnlyFromTheStateThatWasRead() {
        var order = placed.order();
        var payment = begin(placed);
        var paying = orders().find(order.id()).orElseThrow();
        assertThat(paying).isEqualTo(order.paying(payment.id(), NOW));

        assertThat(orders().change(order.cancelled(), order, NOW))
                .as("a payment is pending")
                .isFalse();
        assertThat(orders().change(paying.paid(), paying, NOW)).isTrue();
        assertThat(orders().change(paying.failed(), paying, NOW))
                .as("it is paid")
                .isFalse();

        assertThat(orders().find(order.id())).contains(paying.paid());
    }

    @Test
    void cancelsExpiredOrdersAndReleasesTheirItems() {
        var late = placed.order().placement().expiresAt();
        var paying = Goods.order(book, 1);
        place(paying);
        begin(paying);

        assertThat(orders().cancelExpired(late.minusMillis(1), 10)).isZero();
        assertThat(orders().cancelExpired(late, 10)).isEqualTo(1);
        assertThat(orders().cancelExpired(late, 10)).isZero();

        assertThat(orders().find(placed.order().id())).contains(placed.order().cancelled());
        assertStock(pack, 10, 0);
        assertStock(book, 10, 1);
    }

    @Test
    void cancelsOneBatchOfExpiredOrdersAtATime() {
        place(Goods.order(pack, 1));
        place(Goods.order(book, 2));
        var late = placed.order().placement().expiresAt();

        assertThat(orders().cancelExpired(late, 2)).isEqualTo(2);
        assertThat(orders().cancelExpired(late, 2)).isEqualTo(1);

        assertStock(pack, 10, 0);
        assertStock(book, 10, 0);
    }
}
