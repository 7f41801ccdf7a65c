// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.Goods;
import dev.ashlar.commerce.domain.InMemoryShop;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.Product;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import dev.ashlar.wallet.TokenLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mockito.Mockito;

/** Services of commerce over stores in memory, with an obedient gateway and a fixed clock. */
class Shop {
    final InMemoryShop stores = new InMemoryShop();
    final ObedientGateway gateway = new ObedientGateway();
    final TokenLedger ledger = Mockito.mock(TokenLedger.class);
    final List<Object> events = new ArrayList<>();
    final Actor buyer = actor(Role.STUDENT);
    final Actor admin = actor(Role.ADMIN);
    private final IdSource ids = IdSource.timeOrdered();
    private Instant now = Goods.NOW;

    private final OrderKeeper keeper = new OrderKeeper(stores, stores);
    final ProductService products = new ProductService(stores.products(), new InMemoryViews(stores), ids, () -> now);
    final OrderService orders =
            new OrderService(stores, stores.products(), new InMemoryViews(stores), keeper, ids, () -> now);
    private final PaymentOutcomes outcomes =
            new PaymentOutcomes(stores, stores, stores.products(), keeper, events::add, () -> now);
    private final DecisionLog decisions = new DecisionLog(stores, ids, () -> now);
    final PaymentService payments = new PaymentService(stores, stores, stores, keeper, outcomes, ids, () -> now);
    final OrderTokens tokens = new OrderTokens(keeper, ledger);
    final RefundService refunds = new RefundService(stores, stores, keeper, tokens, decisions, events::add, () -> now);
    final AttentionService attention =
            new AttentionService(new InMemoryViews(stores), keeper, outcomes, refunds, decisions);
    final PaymentWorkflow workflow = new PaymentWorkflow(payments, refunds, attention, gateway);

    static Actor actor(Role role) {
        return new Actor(Goods.user(), role, Actor.DEFAULT_PLATFORM);
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    Product stocked(Product product) {
        stores.products().insert(product);
        return product;
    }

    /** Places the buyer's order of token packs of 100. */
    OrderId ordered(int quantity) {
        var pack = stocked(Goods.tokenPack(10));
        return orders.place(buyer, List.of(new Wanted(pack.id(), quantity)), Goods.key())
                .order()
                .id();
    }

    /** Places and pays the buyer's order. */
    OrderId paid(int quantity) {
        var order = ordered(quantity);
        workflow.pay(buyer, order, "tok_approve", Goods.key());
        return order;
    }

    long reserved() {
        return stores.products().all().stream()
                .mapToLong(product -> product.stock().reserved())
                .sum();
    }
}
