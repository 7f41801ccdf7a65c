// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.OrderItem;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Orders as the services of this package find them, in their transactions. */
@Component
class OrderKeeper {
    private final Orders orders;
    private final Payments payments;

    OrderKeeper(Orders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    Order find(OrderId id) {
        return orders.find(id).orElseThrow(() -> notFound(id));
    }

    /** Finds an order that the actor may see: an own one, or any for an administrator. */
    Order visibleTo(Actor actor, OrderId id) {
        return orders.find(id).filter(order -> isVisible(actor, order)).orElseThrow(() -> notFound(id));
    }

    /** Finds an order and locks it until the transaction ends. */
    Order lock(OrderId id) {
        return orders.lock(id).orElseThrow(() -> notFound(id));
    }

    /** Locks an order that the actor may see; orders of others are never locked. */
    Order lockVisibleTo(Actor actor, OrderId id) {
        visibleTo(actor, id);
        return lock(id);
    }

    /** Locks an order of the actor; orders of others are never locked. */
    Order lockOwnedBy(Actor actor, OrderId id) {
        return orders.find(id)
                .filter(order -> isOwn(actor, order))
                .map(order -> lock(id))
                .orElseThrow(() -> notFound(id));
    }

    /** Locks an order that an administrator may decide about: nobody decides about an own order. */
    Order lockOfAnother(Actor admin, OrderId id) {
        var order = lock(id);
        if (isOwn(admin, order)) {
            throw CommerceProblem.OWN_ORDER.because(
                    "Order " + order.orderNo() + " is your own. Ask another administrator to decide.");
        }
        return order;
    }

    private static boolean isVisible(Actor actor, Order order) {
        return actor.isAdmin() || isOwn(actor, order);
    }

    private static boolean isOwn(Actor actor, Order order) {
        return order.buyer().equals(actor.userId());
    }

    // waive aggregate-in-sql: each item holds its tokens, and an order has at most twenty items
    long tokens(OrderId id) {
        return orders.items(id).stream().mapToLong(OrderItem::tokens).sum();
    }

    OrderDetails details(Order order) {
        return new OrderDetails(
                OrderView.of(order),
                orders.items(order.id()).stream().map(OrderItemView::of).toList(),
                payment(order).map(PaymentView::of).orElse(null));
    }

    /** Finds the payment that is pending or has decided. */
    Optional<Payment> payment(Order order) {
        return Optional.ofNullable(order.paymentId()).flatMap(payments::find);
    }

    Payment findPayment(PaymentId id) {
        return payments.find(id)
                .orElseThrow(
                        () -> CommerceProblem.PAYMENT_NOT_FOUND.because("Payment " + id.value() + " does not exist."));
    }

    private static DomainException notFound(OrderId id) {
        return CommerceProblem.ORDER_NOT_FOUND.because(
                "Order " + id.value() + " does not exist or belongs to another user.");
    }
}
