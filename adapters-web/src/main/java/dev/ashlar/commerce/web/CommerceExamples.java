// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.application.AttentionView;
import dev.ashlar.commerce.application.OrderDetails;
import dev.ashlar.commerce.application.OrderItemView;
import dev.ashlar.commerce.application.OrderView;
import dev.ashlar.commerce.application.PaymentView;
import dev.ashlar.commerce.application.ProductView;
import dev.ashlar.commerce.domain.Offer;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.PaymentAttention;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.commerce.domain.ProductKind;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.web.openapi.ExampleRecords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers of commerce in the API description: one paid order of one buyer. */
@Component
class CommerceExamples implements ExampleRecords {
    private static final UserId ADA = new UserId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-6c7d8e9f0a1b"));
    private static final ProductId PACK = new ProductId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-00000000000c"));
    private static final OrderId ORDER = new OrderId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-00000000000d"));
    private static final Money PRICE = Money.of("25.00", "EUR");
    private static final Instant ORDERED_AT = Instant.parse("2026-02-03T16:05:12Z");
    private static final Instant EXPIRES_AT = Instant.parse("2026-02-03T16:35:12Z");
    private static final Instant PAID_AT = Instant.parse("2026-02-03T16:07:40Z");

    @Override
    public List<Record> all() {
        return List.of(
                product(), order(), payment(), new OrderDetails(order(), List.of(item()), payment()), attention());
    }

    private static ProductView product() {
        var offer = new Offer("tokens-100", "100 tokens", ProductKind.TOKEN_PACK, 100L, PRICE);
        return new ProductView(PACK, offer, 1000, 998, true, 3);
    }

    private static OrderView order() {
        return new OrderView(ORDER, "7Q2M-9XD4-T1BK", ADA, OrderStatus.PAID, PRICE, EXPIRES_AT, ORDERED_AT);
    }

    private static OrderItemView item() {
        return new OrderItemView(PACK, 1, PRICE, 100);
    }

    private static AttentionView attention() {
        var attention = PaymentAttention.ORDER_FAILED;
        return new AttentionView(payment(), "7Q2M-9XD4-T1BK", ADA, OrderStatus.FAILED, attention, attention.actions());
    }

    private static PaymentView payment() {
        return new PaymentView(
                new PaymentId(UUID.fromString("019a0b1c-2d3e-7f40-8a5b-0000000000e0")),
                ORDER,
                PaymentStatus.CAPTURED,
                PRICE,
                null,
                PAID_AT);
    }
}
