// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.application.OrderDetails;
import dev.ashlar.commerce.application.OrderItemView;
import dev.ashlar.commerce.application.OrderView;
import dev.ashlar.commerce.application.PaymentView;
import dev.ashlar.commerce.application.ProductView;
import dev.ashlar.commerce.domain.Offer;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.slice.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;

/** Callers of commerce, each with an access token of its role, and the views that services return to them. */
@Lazy
class Buyers {
    static final Actor STUDENT = new Actor(new UserId(Caller.USER), Role.STUDENT, "mentor");
    static final Actor ADMIN = new Actor(new UserId(Caller.USER), Role.ADMIN, "mentor");
    static final ProductId PRODUCT = new ProductId(UUID.fromString("019a0000-0000-7000-8000-0000000000c1"));
    static final OrderId ORDER = new OrderId(UUID.fromString("019a0000-0000-7000-8000-0000000000d1"));
    static final PaymentId PAYMENT = new PaymentId(UUID.fromString("019a0000-0000-7000-8000-0000000000e1"));
    static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    static final Money PRICE = Money.of("25", "EUR");
    static final ProductView PACK =
            new ProductView(PRODUCT, new Offer("pack", "Pack", ProductKind.TOKEN_PACK, 100L, PRICE), 10, 9, true, 3);

    private final Caller client;

    Buyers(Caller client) {
        this.client = client;
    }

    static OrderDetails order(OrderStatus status) {
        return new OrderDetails(
                new OrderView(ORDER, "7Q2M-9XD4-T1BK", STUDENT.userId(), status, PRICE, AT, AT),
                List.of(new OrderItemView(PRODUCT, 1, PRICE, 100)),
                null);
    }

    static PaymentView payment(PaymentStatus status) {
        return new PaymentView(PAYMENT, ORDER, status, PRICE, null, AT);
    }

    Caller.Answer get(Actor who, String path) {
        return client.get(path, signed(who));
    }

    Caller.Answer send(Actor who, String method, String path, @Nullable String body, String... headers) {
        return client.send(method, path, body, signed(who, headers));
    }

    /** Sends a POST request with a new idempotency key. */
    Caller.Answer postOnce(Actor who, String path, @Nullable String body) {
        return send(
                who, "POST", path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private String[] signed(Actor who, String... headers) {
        return Stream.concat(Stream.of("Authorization", client.bearer(who.role())), Stream.of(headers))
                .toArray(String[]::new);
    }
}
