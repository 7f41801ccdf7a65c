// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.application;

import dev.ashlar.commerce.OrderPaid;
import dev.ashlar.commerce.domain.CommerceProblem;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.GatewayAnswer.Declined;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.Pending;
import dev.ashlar.commerce.domain.GatewayAnswer.Refunded;
import dev.ashlar.commerce.domain.GatewayAnswer.Unknown;
import dev.ashlar.commerce.domain.Order;
import dev.ashlar.commerce.domain.OrderItem;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.Orders;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.Payments;
import dev.ashlar.commerce.domain.Product;
import dev.ashlar.commerce.domain.Products;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Effects of a gateway's answers on a payment and its order, which the caller has locked. */
@Component
class PaymentOutcomes {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentOutcomes.class);

    private final Payments payments;
    private final Orders orders;
    private final Products products;
    private final OrderKeeper keeper;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    PaymentOutcomes(
            Payments payments,
            Orders orders,
            Products products,
            OrderKeeper keeper,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.payments = payments;
        this.orders = orders;
        this.products = products;
        this.keeper = keeper;
        this.events = events;
        this.clock = clock;
    }

    /** Applies an answer. An answer that the lifecycle does not allow next is repeated or late, and changes nothing. */
    Payment apply(Order order, Payment payment, GatewayAnswer answer) {
        return switch (answer) {
            case Captured captured ->
                payment.mayBecome(PaymentStatus.CAPTURED) ? capture(order, payment, captured) : payment;
            case Declined declined ->
                payment.mayBecome(PaymentStatus.DECLINED) ? decline(order, payment, declined) : payment;
            case Refunded refunded ->
                payment.mayBecome(PaymentStatus.REFUNDED) ? returned(order, payment, refunded) : payment;
            case Pending _, Unknown _, NoAnswer _ -> payment;
        };
    }

    /** Fails an order whose time is over while the outcome of its payment is still not known. */
    Payment giveUp(Order order, Payment payment) {
        if (payment.status() != PaymentStatus.PENDING || payment.attention() != null) {
            return payment;
        }
        failIfPending(order);
        return change(payment.needing(PaymentAttention.OUTCOME_MISSING), payment);
    }

    /** Delivers a failed order whose money was captured, and ends the attention case. */
    void accept(Order order, Payment payment) {
        if (order.status() == OrderStatus.FAILED) {
            if (!reserveAgain(order)) {
                throw CommerceProblem.STOCK_INSUFFICIENT.because("Items of order " + order.orderNo()
                        + " are no longer available. Add stock, or refund the payment.");
            }
            deliver(order);
        }
        change(payment.needing(null), payment);
    }

    /** Stores the next state of a payment. */
    Payment change(Payment next, Payment previous) {
        if (!payments.change(next, previous, clock.instant())) {
            throw new IllegalStateException(
                    "Payment " + previous.id().value() + " changed although its order was locked.");
        }
        if (next.attention() != null) {
            LOG.warn(
                    "Payment needs attention payment={} attention={}", next.id().value(), next.attention());
        }
        return next;
    }

    private Payment capture(Order order, Payment payment, Captured answer) {
        if (!payment.amount().equals(answer.amount())) {
            failIfPending(order);
            return change(payment.captured(answer.externalId(), answer.amount()), payment);
        }
        var captured = payment.captured(answer.externalId());
        if (order.status() == OrderStatus.PENDING || reserveAgain(order)) {
            var stored = change(captured, payment);
            deliver(order);
            return stored;
        }
        return change(captured.needing(PaymentAttention.ORDER_FAILED), payment);
    }

    private Payment decline(Order order, Payment payment, Declined answer) {
        failIfPending(order);
        return change(payment.declined(answer.externalId(), answer.reason()), payment);
    }

    /** Records that the money is back. A paid order is refunded in another transaction, which the wallet may refuse. */
    private Payment returned(Order order, Payment payment, Refunded answer) {
        failIfPending(order);
        var refunded = payment.refunded(answer.externalId());
        return change(
                order.status() == OrderStatus.PAID ? refunded.needing(PaymentAttention.MONEY_RETURNED) : refunded,
                payment);
    }

    private void deliver(Order order) {
        change(order.paid(), order);
        products.sell(order.id(), clock.instant());
        events.publishEvent(new OrderPaid(
                order.id(), order.orderNo(), order.buyer(), keeper.tokens(order.id()), order.total(), clock.instant()));
    }

    private void failIfPending(Order order) {
        if (order.status() == OrderStatus.PENDING) {
            change(order.failed(), order);
            products.release(order.id(), clock.instant());
        }
    }

    /** Reserves the items of a failed order again; returns false if some are no longer available. */
    private boolean reserveAgain(Order order) {
        var items = orders.items(order.id());
        var available = products.lock(items.stream().map(OrderItem::productId).toList()).stream()
                .collect(Collectors.toMap(Product::id, Product::available));
        boolean complete =
                items.stream().allMatch(item -> available.getOrDefault(item.productId(), 0L) >= item.quantity());
        return complete && products.reserve(order.id(), clock.instant()) == items.size();
    }

    private void change(Order next, Order previous) {
        if (!orders.change(next, previous, clock.instant())) {
            throw new IllegalStateException("Order " + previous.id().value() + " changed although it was locked.");
        }
    }
}
