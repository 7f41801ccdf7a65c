// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.NewOrder;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderServiceTest {
    private final Shop shop = new Shop();

    @Test
    void placingAnOrderReservesItsItems() {
        var pack = shop.stocked(Goods.tokenPack(10));

        var placed = shop.orders.place(shop.buyer, List.of(new Wanted(pack.id(), 2)), "key");

        assertThat(placed.order().total()).isEqualTo(Money.of("50", "EUR"));
        assertThat(placed.items()).containsExactly(new OrderItemView(pack.id(), 2, Money.of("25", "EUR"), 100));
        assertThat(placed.payment()).isNull();
        assertThat(shop.reserved()).isEqualTo(2);
        assertThat(shop.orders.get(shop.buyer, placed.order().id())).isEqualTo(placed);
    }

    @Test
    void aRetryReturnsTheSameOrder() {
        var pack = shop.stocked(Goods.tokenPack(10));
        var wanted = List.of(new Wanted(pack.id(), 2));
        var placed = shop.orders.place(shop.buyer, wanted, "key");

        assertThat(shop.orders.place(shop.buyer, wanted, "key")).isEqualTo(placed);
        assertThat(shop.reserved()).isEqualTo(2);
        assertRefused(
                KernelProblem.IDEMPOTENCY_KEY_REUSED,
                () -> shop.orders.place(shop.buyer, List.of(new Wanted(pack.id(), 1)), "key"));
        assertThat(shop.orders
                        .place(Shop.actor(Role.STUDENT), wanted, "key")
                        .order()
                        .id())
                .isNotEqualTo(placed.order().id());
    }

    @Test
    void refusesAnOrderOfTooManyPiecesAndReservesNone() {
        var pack = shop.stocked(Goods.tokenPack(500));
        var book = shop.stocked(Goods.book(500));
        var wanted = List.of(new Wanted(pack.id(), NewOrder.MAX_PIECES), new Wanted(book.id(), 1));

        assertRefused(KernelProblem.INVALID_REQUEST, () -> shop.orders.place(shop.buyer, wanted, "key"));
        assertThat(shop.reserved()).isZero();
    }

    @Test
    void refusesProductsThatAreMissingOrOutOfStock() {
        var book = shop.stocked(Goods.book(1));

        assertRefused(
                CommerceProblem.STOCK_INSUFFICIENT,
                () -> shop.orders.place(shop.buyer, List.of(new Wanted(book.id(), 2)), "key"));
        assertRefused(
                CommerceProblem.PRODUCT_NOT_FOUND,
                () -> shop.orders.place(
                        shop.buyer, List.of(new Wanted(Goods.book(1).id(), 1)), "key"));
    }

    @Test
    void usersSeeTheirOwnOrdersAndAdministratorsSeeAll() {
        var order = shop.ordered(1);
        var stranger = Shop.actor(Role.SALES);

        assertRefused(CommerceProblem.ORDER_NOT_FOUND, () -> shop.orders.get(stranger, order));
        assertRefused(CommerceProblem.ORDER_NOT_FOUND, () -> shop.orders.cancel(stranger, order));
        assertThat(shop.orders.list(stranger, null, PageRequest.first()).items())
                .isEmpty();
        assertThat(shop.orders.list(shop.admin, null, PageRequest.first()).items())
                .hasSize(1);
        assertThat(shop.orders.count(shop.buyer, OrderStatus.PAID)).isZero();
        assertThat(shop.orders.get(shop.admin, order).order().userId()).isEqualTo(shop.buyer.userId());
    }

    @Test
    void cancellingAnOrderReleasesItsItems() {
        var order = shop.ordered(2);

        assertThat(shop.orders.cancel(shop.buyer, order).order().status()).isEqualTo(OrderStatus.CANCELLED);

        assertThat(shop.reserved()).isZero();
        assertRefused(CommerceProblem.ILLEGAL_TRANSITION, () -> shop.orders.cancel(shop.buyer, order));
    }

    @Test
    void anUnpaidOrderExpires() {
        var order = shop.ordered(2);
        shop.wait(Placement.TIME_TO_PAY);

        assertRefused(CommerceProblem.ORDER_EXPIRED, () -> shop.workflow.pay(shop.buyer, order, "tok_approve", "key"));
        assertThat(shop.orders.expireOrders()).isEqualTo(1);
        assertThat(shop.orders.expireOrders()).isZero();

        assertThat(shop.reserved()).isZero();
    }
}
