// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import static dev.ashlar.commerce.domain.Goods.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Contract of {@link Orders}. */
public abstract class OrdersContract extends ShopContract {
    private final UserId buyer = Goods.user();

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

    @Test
    void storesNoMoreUnpaidOrdersThanABuyerMayHave() {
        var first = nextOrder();
        for (int unpaid = 1; unpaid < Placement.MAX_UNPAID; unpaid++) {
            nextOrder();
        }
        var refused = Goods.order(buyer, Goods.key(), List.of(book), 1);

        assertThat(orders().insert(refused)).isFalse();
        assertThat(orders().find(refused.order().id())).isEmpty();
        assertThat(orders().items(refused.order().id())).isEmpty();
        assertThat(orders().insert(Goods.order(book, 1))).as("another buyer's").isTrue();

        assertThat(orders().change(first.order().cancelled(), first.order(), NOW))
                .isTrue();
        assertThat(orders().insert(refused)).isTrue();
    }

    @Test
    void storesNoMoreOrdersThatABuyerLeavesUnpaidWithinADay() {
        for (int left = 0; left < Placement.MAX_UNPAID_A_DAY; left++) {
            var order = nextOrder().order();
            assertThat(orders().change(order.cancelled(), order, NOW)).isTrue();
        }

        assertThat(orders().insert(Goods.order(buyer, Goods.key(), List.of(book), 1)))
                .isFalse();
        assertThat(orders().insert(Goods.order(buyer, Goods.key(), List.of(book), 1, NOW.plus(Duration.ofHours(25)))))
                .isTrue();
    }

    private NewOrder nextOrder() {
        var order = Goods.order(buyer, Goods.key(), List.of(book), 1);
        assertThat(orders().insert(order)).isTrue();
        return order;
    }
}
