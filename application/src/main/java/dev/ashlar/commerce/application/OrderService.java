// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.NewOrder;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Placement;
import dev.ashlar.commerce.domain.Products;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.Job;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of orders: place, list, cancel, expire. */
@ApplicationService
public class OrderService {
    private static final String LIST = "commerce.orders";
    private static final int EXPIRY_BATCH = 200;

    private final Orders orders;
    private final Products products;
    private final OrderViews views;
    private final OrderKeeper keeper;
    private final IdSource ids;
    private final InstantSource clock;

    OrderService(
            Orders orders, Products products, OrderViews views, OrderKeeper keeper, IdSource ids, InstantSource clock) {
        this.orders = orders;
        this.products = products;
        this.views = views;
        this.keeper = keeper;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Places an order and reserves its items.
     *
     * @param key Idempotency-Key of the request; stored with the order
     */
    @Transactional
    public OrderDetails place(Actor actor, List<Wanted> wanted, String key) {
        NewOrder.requireOrderable(wanted);
        var earlier = orders.findByKey(actor.userId(), key);
        return earlier.isPresent() ? placedBefore(earlier.get(), wanted) : place(newOrder(actor, wanted, key));
    }

    /** Lists orders, newest first: the actor's own, or all for an administrator. */
    public Page<OrderView> list(Actor actor, @Nullable OrderStatus status, PageRequest page) {
        var rows = views.orders(visibleTo(actor, status), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, order -> Cursor.of(LIST, order.id()));
    }

    /** Counts the orders that the list returns. */
    public long count(Actor actor, @Nullable OrderStatus status) {
        return views.countOrders(visibleTo(actor, status));
    }

    /** Returns an order: an own one, or any for an administrator. */
    public OrderDetails get(Actor actor, OrderId id) {
        return keeper.details(keeper.visibleTo(actor, id));
    }

    /** Cancels a pending order without a payment and releases its items. */
    @Transactional
    public OrderDetails cancel(Actor actor, OrderId id) {
        var order = keeper.lockVisibleTo(actor, id);
        var cancelled = order.cancelled();
        if (!orders.change(cancelled, order, clock.instant())) {
            throw KernelProblem.BUSY.because(
                    "Order " + order.orderNo() + " changed at the same moment. Read it and try again.");
        }
        products.release(id, clock.instant());
        return keeper.details(cancelled);
    }

    /** Cancels a batch of expired orders and releases their items; returns the number of orders. */
    @Job(name = "commerce.expire-orders", every = "5m")
    @Transactional
    public int expireOrders() {
        return orders.cancelExpired(clock.instant(), EXPIRY_BATCH);
    }

    private NewOrder newOrder(Actor actor, List<Wanted> wanted, String key) {
        var found = products.lock(wanted.stream().map(Wanted::productId).toList());
        var placement = Placement.of(actor.userId(), key, clock.instant());
        return NewOrder.of(new OrderId(ids.next()), placement, wanted, found);
    }

    private OrderDetails place(NewOrder placed) {
        if (!orders.insert(placed)) {
            throw CommerceProblem.UNPAID_ORDERS_EXCEEDED.because("At most " + Placement.MAX_UNPAID
                    + " orders may be unpaid at a time, and " + Placement.MAX_UNPAID_A_DAY
                    + " within 24 hours. Pay or cancel an order, or try again tomorrow.");
        }
        if (products.reserve(placed.order().id(), clock.instant())
                != placed.items().size()) {
            throw CommerceProblem.STOCK_INSUFFICIENT.because(
                    "Another order took the last pieces of a product. Read the products and order again.");
        }
        return new OrderDetails(
                OrderView.of(placed.order()),
                placed.items().stream().map(OrderItemView::of).toList(),
                null);
    }

    private OrderDetails placedBefore(Order earlier, List<Wanted> wanted) {
        if (!NewOrder.isSame(wanted, orders.items(earlier.id()))) {
            throw KernelProblem.IDEMPOTENCY_KEY_REUSED
                    .because("The key was used for an order of other items. Send a new key with a new order.")
                    .at("Idempotency-Key", "was already used for another request");
        }
        return keeper.details(earlier);
    }

    private static OrderFilter visibleTo(Actor actor, @Nullable OrderStatus status) {
        return new OrderFilter(actor.isAdmin() ? null : actor.userId(), status);
    }
}
