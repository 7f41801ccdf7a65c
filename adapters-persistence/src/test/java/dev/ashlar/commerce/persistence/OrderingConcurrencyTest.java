// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static dev.ashlar.commerce.persistence.TestShop.actor;
import static dev.ashlar.commerce.persistence.TestShop.successes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.commerce.domain.ProductEdit;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Concurrent placing, editing, cancelling and expiring. */
@ServiceTest
class OrderingConcurrencyTest {
    private final ProductService products;
    private final OrderService orders;
    private final FreshDatabase.Switch database;
    private final TestShop shop;

    @Autowired
    OrderingConcurrencyTest(ProductService products, OrderService orders, FreshDatabase.Switch database) {
        this.products = products;
        this.orders = orders;
        this.database = database;
        this.shop = new TestShop(products, orders, database);
    }

    @Race(5)
    void oneOfManyOrdersGetsTheLastPiece() {
        var last = shop.pack(1);

        var outcomes = Together.run(16, () -> shop.order(actor(Role.STUDENT), last));

        assertThat(successes(outcomes, CommerceProblem.STOCK_INSUFFICIENT)).isEqualTo(1);
        shop.assertStock(last, 1, 1);
        assertThat(shop.count("commerce.order_items WHERE product_id = ?", last.value()))
                .isEqualTo(1);
    }

    @Test
    void ordersOfTheSameProductsInOppositeOrderDoNotDeadlock() throws InterruptedException {
        var one = shop.pack(1000);
        var other = shop.pack(1000);
        long before = database.database().deadlocks();

        for (int round = 0; round < 10; round++) {
            var outcomes = Together.run(
                    16,
                    number -> () -> shop.order(
                            actor(Role.STUDENT),
                            number % 2 == 0 ? List.of(one, other) : List.of(other, one),
                            Goods.key()));
            assertThat(outcomes).allMatch(Outcome::succeeded);
        }

        shop.assertStock(one, 1000, 160);
        assertThat(database.database().deadlocks()).isEqualTo(before);
    }

    @Race(5)
    void oneKeyPlacesOneOrder() {
        var pack = shop.pack(1000);
        var buyer = actor(Role.STUDENT);
        var key = Goods.key();

        var outcomes = Together.run(16, () -> shop.order(buyer, List.of(pack), key));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream().map(Outcome::value).distinct()).hasSize(1);
        shop.assertStock(pack, 1000, 1);
    }

    @Race(5)
    void placesNoMoreUnpaidOrdersThanABuyerMayHave() {
        var packs = Stream.generate(() -> shop.pack(10)).limit(16).toList();
        var buyer = actor(Role.STUDENT);

        var outcomes = Together.run(16, number -> () -> shop.order(buyer, List.of(packs.get(number)), Goods.key()));

        long placed = successes(outcomes, CommerceProblem.UNPAID_ORDERS_EXCEEDED, KernelProblem.BUSY);
        assertThat(placed).isBetween(1L, (long) Placement.MAX_UNPAID);
        assertThat(shop.count(
                        "commerce.orders WHERE user_id = ?", buyer.userId().value()))
                .isEqualTo((int) placed);
    }

    @Race(5)
    void cancelsAnOrderOnce() {
        var pack = shop.pack(10);
        var buyer = actor(Role.STUDENT);
        var order = shop.order(buyer, pack);

        var outcomes = Together.run(16, () -> orders.cancel(buyer, order));

        assertThat(successes(outcomes, KernelProblem.BUSY, CommerceProblem.ILLEGAL_TRANSITION))
                .isEqualTo(1);
        shop.assertStock(pack, 10, 0);
    }

    @Race(3)
    void releasesAnExpiredOrderOnce() {
        var pack = shop.pack(100);
        var buyer = actor(Role.STUDENT);
        var mine = shop.order(buyer, pack);
        for (int count = 0; count < 20; count++) {
            shop.order(actor(Role.STUDENT), pack);
        }
        shop.execute("UPDATE commerce.orders SET expires_at = now() - interval '1 second' WHERE status = 'pending'");

        var outcomes =
                Together.run(8, number -> () -> number % 4 == 0 ? orders.cancel(buyer, mine) : orders.expireOrders());

        successes(outcomes, KernelProblem.BUSY, CommerceProblem.ILLEGAL_TRANSITION);
        assertThat(orders.expireOrders()).isNotNegative();
        shop.assertStock(pack, 100, 0);
        assertThat(shop.statusOf(mine)).isEqualTo("cancelled");
    }

    @Race(5)
    void storesOneOfManyEditsOfAVersion() {
        var pack = shop.pack(10);

        var outcomes = Together.run(
                8,
                number -> () -> products.edit(
                        shop.admin,
                        pack,
                        0,
                        new ProductEdit(Change.to("Name " + number), Change.keep(), Change.keep(), Change.keep())));

        assertThat(successes(outcomes, KernelProblem.STALE_VERSION)).isEqualTo(1);
        assertThat(products.get(pack).version()).isEqualTo(1);
    }

    @Race(5)
    void refusesAnEditBelowTheReservedStock() {
        var pack = shop.pack(1);
        var withdraw = new ProductEdit(Change.keep(), Change.keep(), Change.to(0L), Change.keep());

        var outcomes = Together.run(
                4,
                number -> () -> number == 0
                        ? products.edit(shop.admin, pack, 0, withdraw).id()
                        : shop.order(actor(Role.STUDENT), pack));

        assertThat(successes(outcomes, CommerceProblem.STOCK_INSUFFICIENT)).isEqualTo(1);
    }
}
