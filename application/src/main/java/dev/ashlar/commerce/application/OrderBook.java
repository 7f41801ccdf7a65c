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

    /** The actor's own order; others' are not there. */
    Order ownedBy(Actor actor, OrderId id) {
        return orders.find(id)
                .filter(order -> order.userId().equals(actor.userId()))
                .orElseThrow(() -> noOrder(id));
    }

    /** An order that the actor may look at: one's own, or anybody's for an administrator. */
    Order visibleTo(Actor actor, OrderId id) {
        return actor.isAdmin() ? find(id) : ownedBy(actor, id);
    }

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
