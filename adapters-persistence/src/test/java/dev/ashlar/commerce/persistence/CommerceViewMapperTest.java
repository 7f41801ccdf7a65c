// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.commerce.application.OrderFilter;
import dev.ashlar.commerce.application.OrderView;
import dev.ashlar.commerce.application.PaymentCase;
import dev.ashlar.commerce.application.PaymentView;
import dev.ashlar.commerce.application.ProductFilter;
import dev.ashlar.commerce.application.ProductView;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.NewOrder;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentAction;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentDecision;
import dev.ashlar.commerce.domain.PaymentDecisionId;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.Product;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@PersistenceTest
@Transactional
@Kills(mutant = "mapper OrderViewMapper.wanted owner", test = "listsOrdersNewestFirst")
class CommerceViewMapperTest {
    private final ProductMapper products;
    private final OrderMapper orders;
    private final ProductViewMapper productViews;
    private final OrderViewMapper orderViews;
    private final PaymentMapper payments;
    private final PaymentDecisionMapper decisions;
    private final AttentionViewMapper attention;
    private final JdbcClient jdbc;
    private final Product pack = Goods.tokenPack(10);
    private final Product book = Goods.book(5);
    private final Product old = Goods.book(3);
    private final NewOrder first = Goods.order(pack, 2);
    private final NewOrder second = Goods.order(book, 1);

    @Autowired
    CommerceViewMapperTest(
            ProductMapper products,
            OrderMapper orders,
            ProductViewMapper productViews,
            OrderViewMapper orderViews,
            PaymentMapper payments,
            PaymentDecisionMapper decisions,
            AttentionViewMapper attention,
            JdbcClient jdbc) {
        this.products = products;
        this.orders = orders;
        this.productViews = productViews;
        this.orderViews = orderViews;
        this.payments = payments;
        this.decisions = decisions;
        this.attention = attention;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void fillShop() {
        List.of(pack, book, old).forEach(products::insert);
        assertThat(products.edit(old.with(Goods.withdrawal()), 0, Goods.NOW)).isTrue();
        for (var order : List.of(first, second)) {
            orders.insert(order);
            assertThat(products.reserve(order.order().id(), Goods.NOW)).isEqualTo(1);
        }
        assertThat(orders.change(second.order().cancelled(), second.order(), Goods.NOW))
                .isTrue();
    }

    @Test
    void readsEveryFieldOfAProduct() {
        assertThat(productViews.product(pack.id())).contains(new ProductView(pack.id(), pack.offer(), 10, 8, true, 0));
        assertThat(productViews.product(old.id()).orElseThrow().available()).isZero();
        assertThat(productViews.product(Goods.book(1).id())).isEmpty();
    }

    @Test
    void listsProductsNewestFirst() {
        assertProducts(null, true, old, book, pack);
        assertProducts(null, false, book, pack);
        assertProducts(ProductKind.GOODS, true, old, book);
        assertProducts(ProductKind.TOKEN_PACK, false, pack);
        assertThat(productViews.products(
                        new ProductFilter(null, true), book.id().value(), 5))
                .extracting(ProductView::id)
                .containsExactly(pack.id());
    }

    @Test
    void readsEveryFieldOfAnOrder() {
        var order = first.order();

        assertThat(orderViews.orders(new OrderFilter(order.buyer(), null), null, 5))
                .containsExactly(new OrderView(
                        order.id(),
                        order.orderNo(),
                        order.buyer(),
                        order.status(),
                        order.total(),
                        order.placement().expiresAt(),
                        order.placement().createdAt()));
    }

    @Test
    void listsOrdersNewestFirst() {
        var all = new OrderFilter(null, null);
        assertThat(orderViews.orders(all, null, 5))
                .extracting(OrderView::id)
                .containsExactly(second.order().id(), first.order().id());
        assertThat(orderViews.countOrders(all)).isEqualTo(2);
        assertThat(orderViews.orders(all, second.order().id().value(), 5)).hasSize(1);
        var cancelled = new OrderFilter(null, OrderStatus.CANCELLED);
        assertThat(orderViews.orders(cancelled, null, 5)).hasSize(1);
        assertThat(orderViews.countOrders(cancelled)).isEqualTo(1);
        assertThat(orderViews.countOrders(new OrderFilter(Goods.user(), null))).isZero();
    }

    @Test
    void listsPaymentsThatNeedAttentionOldestFirst() {
        var captured = payment(first).captured("ext", Money.of("1", "EUR"));
        var other = payment(second).needing(PaymentAttention.OUTCOME_MISSING);
        for (var payment : List.of(captured, other)) {
            payments.insert(payment);
        }
        payments.insert(payment(second).declined(null, "no funds"));

        var rows = attention.cases(null, 5);

        assertThat(rows).extracting(row -> row.payment().id()).containsExactly(captured.id(), other.id());
        assertThat(rows.getFirst())
                .isEqualTo(new PaymentCase(
                        new PaymentView(
                                captured.id(),
                                captured.orderId(),
                                PaymentStatus.CAPTURED,
                                captured.amount(),
                                "The gateway captured 1.00 EUR instead of 50.00 EUR",
                                Goods.NOW),
                        first.order().orderNo(),
                        first.order().buyer(),
                        OrderStatus.PENDING,
                        PaymentAttention.AMOUNT_DIFFERENT));
        assertThat(attention.cases(captured.id().value(), 5)).hasSize(1);
        assertThat(attention.cases(null, 1)).hasSize(1);
    }

    @Test
    void storesEveryColumnOfADecision() {
        var payment = payment(first);
        payments.insert(payment);
        var decision = new PaymentDecision(
                new PaymentDecisionId(first.order().id().value()),
                payment.id(),
                PaymentAction.ACCEPT,
                Goods.user(),
                "Agreed",
                Goods.NOW);
        decisions.add(decision);

        assertThat(jdbc.sql(
                                "SELECT id, payment_id, action::text, actor_id, reason, created_at FROM commerce.payment_decisions")
                        .query()
                        .singleRow())
                .containsEntry("id", decision.id().value())
                .containsEntry("payment_id", payment.id().value())
                .containsEntry("action", "accept")
                .containsEntry("actor_id", decision.actorId().value())
                .containsEntry("reason", "Agreed")
                .containsEntry("created_at", Timestamp.from(Goods.NOW));
    }

    private static Payment payment(NewOrder order) {
        return Goods.payment(order.order());
    }

    @Test
    void storesEveryColumnOfAnItem() {
        assertThat(jdbc.sql("SELECT * FROM commerce.order_items WHERE order_id = ?")
                        .param(first.order().id().value())
                        .query()
                        .singleRow())
                .containsEntry("product_id", pack.id().value())
                .containsEntry("quantity", 2)
                .containsEntry("unit_price", pack.offer().price().amount())
                .containsEntry("currency", "EUR")
                .containsEntry("unit_tokens", 100L)
                .containsEntry("created_at", Timestamp.from(Goods.NOW))
                .hasSize(7);
    }

    private void assertProducts(@Nullable ProductKind kind, boolean includesInactive, Product... expected) {
        var filter = new ProductFilter(kind, includesInactive);
        assertThat(productViews.products(filter, null, 5))
                .extracting(ProductView::id)
                .containsExactlyElementsOf(
                        List.of(expected).stream().map(Product::id).toList());
        assertThat(productViews.countProducts(filter)).isEqualTo(expected.length);
    }
}
