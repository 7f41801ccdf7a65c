package dev.ashlar.commerce.domain;

import dev.ashlar.kernel.ProblemType;

/** What commerce refuses. */
public enum CommerceProblem implements ProblemType {
    PRODUCT_NOT_FOUND("commerce.product-not-found", Kind.NOT_FOUND, "There is no such product."),
    SKU_TAKEN("commerce.sku-taken", Kind.CONFLICT, "A product with this sku exists."),
    OUT_OF_STOCK("commerce.out-of-stock", Kind.CONFLICT, "There are not that many left."),
    MIXED_CURRENCIES("commerce.mixed-currencies", Kind.REFUSED, "An order is paid in one currency."),
    ORDER_NOT_FOUND("commerce.order-not-found", Kind.NOT_FOUND, "There is no such order."),
    OWN_ORDER("commerce.own-order", Kind.FORBIDDEN, "An order is refunded by somebody it does not belong to."),
    ORDER_STATE("commerce.order-state", Kind.CONFLICT, "The order is not in a state for that."),
    ORDER_EXPIRED("commerce.order-expired", Kind.CONFLICT, "The order was not paid in time."),
    PAYMENT_PENDING("commerce.payment-pending", Kind.CONFLICT, "A payment of the order is under way."),
    PAYMENT_NOT_FOUND("commerce.payment-not-found", Kind.NOT_FOUND, "There is no such payment."),
    PAYMENT_STATE("commerce.payment-state", Kind.CONFLICT, "The payment is not in a state for that."),
    PAYMENT_MISMATCH("commerce.payment-mismatch", Kind.REFUSED, "The gateway speaks of another amount."),
    NOT_DELIVERED("commerce.not-delivered", Kind.CONFLICT, "The order's tokens are still on their way."),
    BAD_SIGNATURE("commerce.bad-signature", Kind.FORBIDDEN, "The message was not signed by the gateway.");

    private final Definition definition;

    CommerceProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
