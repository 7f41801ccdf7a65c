package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.OrderItem;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds orders for the services of this package; runs in their transactions. */
@Component
class OrderBook {
    private final Orders orders;
    private final Payments payments;

    OrderBook(Orders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    Order find(OrderId id) {
        return orders.find(id).orElseThrow(() -> noOrder(id));
    }

    /** An order that the actor may look at: one's own, or anybody's for an administrator. */
    Order visibleTo(Actor actor, OrderId id) {
        return orders.find(id).filter(order -> isVisible(actor, order)).orElseThrow(() -> noOrder(id));
    }

    /** The order, held until the transaction ends. */
    Order lock(OrderId id) {
        return orders.lock(id).orElseThrow(() -> noOrder(id));
    }

    /** The same for an order that the actor may look at; nobody holds another's. */
    Order lockVisibleTo(Actor actor, OrderId id) {
        visibleTo(actor, id);
        return lock(id);
    }

    /** The same for the actor's own order. */
    Order lockOwnedBy(Actor actor, OrderId id) {
        return orders.find(id)
                .filter(order -> isOwn(actor, order))
                .map(order -> lock(id))
                .orElseThrow(() -> noOrder(id));
    }

    private static boolean isVisible(Actor actor, Order order) {
        return actor.isAdmin() || isOwn(actor, order);
    }

    private static boolean isOwn(Actor actor, Order order) {
        return order.userId().equals(actor.userId());
    }

    // waive 70: each item knows its tokens, and an order has at most twenty items
    long tokens(OrderId id) {
        return orders.items(id).stream().mapToLong(OrderItem::tokens).sum();
    }

    OrderDetails details(Order order) {
        return new OrderDetails(
                OrderView.of(order),
                orders.items(order.id()).stream().map(OrderItemView::of).toList(),
                Optional.ofNullable(order.paymentId())
                        .flatMap(payments::find)
                        .map(PaymentView::of)
                        .orElse(null));
    }

    private static DomainException noOrder(OrderId id) {
        return CommerceProblem.ORDER_NOT_FOUND.because("No order of yours has the id " + id.value() + ".");
    }
}
