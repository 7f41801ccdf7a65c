// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.application.NewProduct;
import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.ProductService;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.Offer;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shop in the database of a test class: filled by the services, read as the owner of the tables. */
final class TestShop {
    final Actor admin = actor(Role.ADMIN);
    private final ProductService products;
    private final OrderService orders;
    private final JdbcClient psql;

    TestShop(ProductService products, OrderService orders, FreshDatabase.Switch database) {
        this.products = products;
        this.orders = orders;
        this.psql = database.database().psql();
    }

    static Actor actor(Role role) {
        return new Actor(Goods.user(), role, Actor.DEFAULT_PLATFORM);
    }

    /** Creates a token pack of 100 for 25 euros. */
    ProductId pack(long stock) {
        var pack = new Offer(UUID.randomUUID().toString(), "Pack", ProductKind.TOKEN_PACK, 100L, Money.of("25", "EUR"));
        return products.create(admin, new NewProduct(pack, stock)).id();
    }

    OrderId order(Actor buyer, ProductId product) {
        return order(buyer, List.of(product), Goods.key());
    }

    OrderId order(Actor buyer, List<ProductId> wanted, String key) {
        var lines = wanted.stream().map(product -> new Wanted(product, 1)).toList();
        return orders.place(buyer, lines, key).order().id();
    }

    static GatewayAnswer captured(Payment payment) {
        return new GatewayAnswer.Captured(externalId(payment), payment.amount());
    }

    static GatewayAnswer declined(Payment payment) {
        return new GatewayAnswer.Declined(externalId(payment), "declined");
    }

    private static String externalId(Payment payment) {
        return "ext-" + payment.id().value();
    }

    /** Returns the number of successes, after checking that all others were refused for one of these reasons. */
    static long successes(List<? extends Outcome<?>> outcomes, ProblemType... refusals) {
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(Set.of(refusals)).contains(refusal.type())));
        return outcomes.stream().filter(Outcome::succeeded).count();
    }

    void assertStock(ProductId product, long stock, long reserved) {
        assertThat(psql.sql("SELECT stock, reserved FROM commerce.products WHERE id = ?")
                        .param(product.value())
                        .query()
                        .singleRow())
                .containsEntry("stock", stock)
                .containsEntry("reserved", reserved);
    }

    String statusOf(OrderId order) {
        return psql.sql("SELECT status::text FROM commerce.orders WHERE id = ?")
                .param(order.value())
                .query(String.class)
                .single();
    }

    long count(String fromWhere, Object... parameters) {
        return psql.sql("SELECT count(*) FROM " + fromWhere)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    void execute(String sql, Object... parameters) {
        psql.sql(sql).params(parameters).update();
    }
}
