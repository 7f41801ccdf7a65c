// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.kernel.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stores of orders, payments, their messages and decisions for tests of one thread; its products are {@link #products()}. */
public final class InMemoryShop implements Orders, Payments, PaymentEvents, PaymentDecisions {
    private final Map<OrderId, Order> orders = new LinkedHashMap<>();
    private final Map<OrderId, List<OrderItem>> items = new HashMap<>();
    private final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
    private final Map<PaymentId, Instant> due = new HashMap<>();
    private final List<PaymentDecision> decisions = new ArrayList<>();
    private final Set<String> received = new HashSet<>();
    private final InMemoryProducts products = new InMemoryProducts(this::items);

    public InMemoryProducts products() {
        return products;
    }

    /** Returns all orders, oldest first. */
    public Collection<Order> all() {
        return orders.values();
    }

    @Override
    public boolean insert(NewOrder placed) {
        var buyers = orders.values().stream()
                .filter(order -> order.buyer().equals(placed.order().buyer()))
                .toList();
        long unpaid = buyers.stream()
                .filter(order -> order.status() == OrderStatus.PENDING)
                .count();
        var dayBefore = placed.order().placement().createdAt().minus(Duration.ofDays(1));
        long leftUnpaid = buyers.stream()
                .filter(order -> order.status() != OrderStatus.PAID && order.status() != OrderStatus.REFUNDED)
                .filter(order -> order.placement().createdAt().isAfter(dayBefore))
                .count();
        if (unpaid >= Placement.MAX_UNPAID || leftUnpaid >= Placement.MAX_UNPAID_A_DAY) {
            return false;
        }
        orders.put(placed.order().id(), placed.order());
        items.put(placed.order().id(), placed.items());
        return true;
    }

    @Override
    public Optional<Order> find(OrderId id) {
        return Optional.ofNullable(orders.get(id));
    }

    @Override
    public Optional<Order> lock(OrderId id) {
        return find(id);
    }

    @Override
    public Optional<Order> findByKey(UserId userId, String idempotencyKey) {
        return orders.values().stream()
                .filter(order -> order.buyer().equals(userId)
                        && order.placement().idempotencyKey().equals(idempotencyKey))
                .findAny();
    }

    @Override
    public List<OrderItem> items(OrderId id) {
        return items.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(item -> item.productId().value().toString()))
                .toList();
    }

    @Override
    public boolean change(Order next, Order previous, Instant at) {
        var stored = orders.get(next.id());
        boolean unchanged = stored != null
                && stored.status() == previous.status()
                && Objects.equals(stored.paymentId(), previous.paymentId());
        if (unchanged) {
            orders.put(next.id(), next);
        }
        return unchanged;
    }

    @Override
    public int cancelExpired(Instant at, int limit) {
        var due = orders.values().stream()
                .filter(order -> order.status() == OrderStatus.PENDING && order.paymentId() == null)
                .filter(order -> order.placement().isExpired(at))
                .limit(limit)
                .toList();
        due.forEach(order -> {
            orders.put(order.id(), order.cancelled());
            products.release(order.id(), at);
        });
        return due.size();
    }

    @Override
    public void insert(Payment payment) {
        payments.put(payment.id(), payment);
        due.put(payment.id(), payment.attempt().createdAt().plus(PAUSE));
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(payments.get(id));
    }

    @Override
    public Optional<Payment> findByKey(OrderId orderId, String idempotencyKey) {
        return payments.values().stream()
                .filter(payment -> payment.orderId().equals(orderId)
                        && payment.attempt().idempotencyKey().equals(idempotencyKey))
                .findAny();
    }

    @Override
    public boolean change(Payment next, Payment previous, Instant at) {
        boolean unchanged = find(next.id())
                .filter(stored -> stored.status() == previous.status())
                .isPresent();
        if (unchanged) {
            payments.put(next.id(), next);
            if (next.status() == PaymentStatus.REFUNDING && previous.status() == PaymentStatus.CAPTURED) {
                due.put(next.id(), at.plus(PAUSE));
            }
        }
        return unchanged;
    }

    @Override
    public List<Payment> claimDue(Instant at, int limit) {
        var claimed = payments.values().stream()
                .filter(payment -> payment.status() != PaymentStatus.REFUNDED)
                .filter(payment -> due.containsKey(payment.id())
                        && !Objects.requireNonNull(due.get(payment.id())).isAfter(at))
                .limit(limit)
                .toList();
        claimed.forEach(payment -> {
            var next = nextDue(payment, at);
            if (next == null) {
                due.remove(payment.id());
            } else {
                due.put(payment.id(), next);
            }
        });
        return claimed;
    }

    private static @Nullable Instant nextDue(Payment payment, Instant at) {
        var age = Duration.between(payment.attempt().createdAt(), at);
        return switch (payment.status()) {
            case PENDING -> at.plus(payment.attention() == null ? PAUSE : LONG_PAUSE);
            case REFUNDING -> at.plus(LONG_PAUSE);
            case CAPTURED, DECLINED, REFUNDED ->
                age.compareTo(MEMORY) >= 0 ? null : at.plus(age.compareTo(LONG_PAUSE) > 0 ? age : LONG_PAUSE);
        };
    }

    @Override
    public boolean receive(String provider, String eventId, PaymentId paymentId, String type, Instant at) {
        return received.add(provider + ":" + eventId);
    }

    @Override
    public void add(PaymentDecision decision) {
        decisions.add(decision);
    }

    /** Returns all decisions, oldest first. */
    public List<PaymentDecision> decisions() {
        return decisions;
    }

    /** Returns all payments, oldest first. */
    public Collection<Payment> payments() {
        return payments.values();
    }
}
