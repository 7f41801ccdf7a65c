// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.domain.InMemoryShop;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.ProductId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Read ports of commerce in memory, for tests of one thread. */
class InMemoryViews implements ProductViews, OrderViews, AttentionViews {
    private final InMemoryShop shop;

    InMemoryViews(InMemoryShop shop) {
        this.shop = shop;
    }

    @Override
    public Optional<ProductView> product(ProductId id) {
        return shop.products().find(id).map(product -> ProductView.of(product, product.version()));
    }

    @Override
    public List<ProductView> products(ProductFilter filter, @Nullable UUID beforeId, int limit) {
        return wanted(filter)
                .filter(view -> isBefore(view.id().value(), beforeId))
                .sorted(Comparator.comparing(
                                (ProductView view) -> view.id().value().toString())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long countProducts(ProductFilter filter) {
        return wanted(filter).count();
    }

    @Override
    public List<OrderView> orders(OrderFilter filter, @Nullable UUID beforeId, int limit) {
        return wanted(filter)
                .filter(view -> isBefore(view.id().value(), beforeId))
                .sorted(Comparator.comparing(
                                (OrderView view) -> view.id().value().toString())
                        .reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public long countOrders(OrderFilter filter) {
        return wanted(filter).count();
    }

    @Override
    public List<PaymentCase> cases(@Nullable UUID afterId, int limit) {
        return shop.payments().stream()
                .filter(payment -> payment.attention() != null)
                .filter(payment ->
                        afterId == null || payment.id().value().toString().compareTo(afterId.toString()) > 0)
                .map(this::caseOf)
                .limit(limit)
                .toList();
    }

    private PaymentCase caseOf(Payment payment) {
        var order = shop.find(payment.orderId()).orElseThrow();
        return new PaymentCase(
                PaymentView.of(payment),
                order.orderNo(),
                order.buyer(),
                order.status(),
                Objects.requireNonNull(payment.attention()));
    }

    private Stream<ProductView> wanted(ProductFilter filter) {
        return shop.products().all().stream()
                .map(product -> ProductView.of(product, product.version()))
                .filter(view ->
                        filter.kind() == null || filter.kind() == view.offer().kind())
                .filter(view -> filter.includesInactive() || view.active());
    }

    private Stream<OrderView> wanted(OrderFilter filter) {
        return shop.all().stream()
                .map(OrderView::of)
                .filter(view -> filter.userId() == null || filter.userId().equals(view.userId()))
                .filter(view -> filter.status() == null || filter.status() == view.status());
    }

    private static boolean isBefore(UUID id, @Nullable UUID bound) {
        return bound == null || id.toString().compareTo(bound.toString()) < 0;
    }
}
