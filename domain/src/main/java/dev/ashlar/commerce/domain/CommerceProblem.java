// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of commerce. */
public enum CommerceProblem implements ProblemType {
    PRODUCT_NOT_FOUND("commerce.product-not-found", Kind.NOT_FOUND, "Product not found"),
    SKU_TAKEN("commerce.sku-taken", Kind.CONFLICT, "SKU is already taken"),
    STOCK_INSUFFICIENT("commerce.stock-insufficient", Kind.CONFLICT, "Stock is insufficient"),
    CURRENCY_MISMATCH("commerce.currency-mismatch", Kind.REFUSED, "Order mixes currencies"),
    UNPAID_ORDERS_EXCEEDED("commerce.unpaid-orders-exceeded", Kind.CONFLICT, "Buyer has too many unpaid orders"),
    ORDER_NOT_FOUND("commerce.order-not-found", Kind.NOT_FOUND, "Order not found"),
    OWN_ORDER("commerce.own-order", Kind.FORBIDDEN, "Own order cannot be refunded or accepted"),
    ILLEGAL_TRANSITION("commerce.illegal-transition", Kind.CONFLICT, "Status transition is not allowed"),
    ORDER_EXPIRED("commerce.order-expired", Kind.CONFLICT, "Order has expired"),
    PAYMENT_PENDING("commerce.payment-pending", Kind.CONFLICT, "Payment is pending"),
    PAYMENT_NOT_FOUND("commerce.payment-not-found", Kind.NOT_FOUND, "Payment not found"),
    ACTION_UNAVAILABLE("commerce.action-unavailable", Kind.CONFLICT, "Action is not available for the payment"),
    SIGNATURE_INVALID("commerce.signature-invalid", Kind.FORBIDDEN, "Webhook signature is not valid");

    private final Definition definition;

    CommerceProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }

    @Override
    public boolean isSuspicious() {
        return this == SIGNATURE_INVALID;
    }
}
