// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import dev.ashlar.commerce.OrderId;
import dev.ashlar.commerce.application.OrderDetails;
import dev.ashlar.commerce.application.OrderService;
import dev.ashlar.commerce.application.OrderView;
import dev.ashlar.commerce.application.PaymentView;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.commerce.application.RefundService;
import dev.ashlar.commerce.domain.NewOrder;
import dev.ashlar.commerce.domain.NewOrder.Wanted;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentDecision;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders", description = "Place, pay, cancel and refund orders.")
class OrderController {
    private final OrderService orders;
    private final PaymentWorkflow payments;
    private final RefundService refunds;

    OrderController(OrderService orders, PaymentWorkflow payments, RefundService refunds) {
        this.orders = orders;
        this.payments = payments;
        this.refunds = refunds;
    }

    @GetMapping
    @Operation(
            summary = "List orders",
            description = "The newest order comes first. Administrators see the orders of all users.")
    @Refuses("request.invalid-cursor")
    Listing<OrderView> listOrders(
            Actor actor,
            @RequestParam(required = false) @Parameter(description = "Status of the orders.") @Nullable
                    OrderStatus status,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        return Listing.of(orders.list(actor, status, page), count, () -> orders.count(actor, status));
    }

    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "The order is placed.",
            headers =
                    @Header(
                            name = HttpHeaders.LOCATION,
                            description = "Path of the order.",
                            schema = @Schema(type = "string", example = "/api/v1/orders/…")))
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Place an order",
            description =
                    "The items are reserved for 30 minutes. Pay the order within that time. An order has at most 100"
                            + " pieces in all.")
    @Refuses({
        "commerce.product-not-found",
        "commerce.stock-insufficient",
        "commerce.currency-mismatch",
        "commerce.unpaid-orders-exceeded"
    })
    Answered<OrderDetails> placeOrder(Actor actor, @RequestBody @Valid OrderRequest request, Once once) {
        return once.answer(actor, () -> {
            var placed = orders.place(actor, request.wanted(), once.key());
            return ResponseEntity.created(
                            URI.create("/api/v1/orders/" + placed.order().id().value()))
                    .body(placed);
        });
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Get an order",
            description = "Includes its items and its payment. Administrators see the orders of all users.")
    @Refuses("commerce.order-not-found")
    OrderDetails getOrder(Actor actor, @PathVariable OrderId id) {
        return orders.get(actor, id);
    }

    // Not one transaction: the gateway is called between two. The payment itself stores the key.
    @PostMapping("/{id}/pay")
    @Retry(RetryEffect.CONTINUED)
    @Operation(
            summary = "Pay an order",
            description =
                    "The payment is captured or declined. If it is pending, the gateway did not answer in time: retry"
                            + " with the same key, or read the order a few minutes later. An order whose"
                            + " payment has no outcome when it expires fails; money that is captured later pays it or"
                            + " is refunded.")
    @Refuses({
        "commerce.order-not-found",
        "commerce.illegal-transition",
        "commerce.order-expired",
        "commerce.payment-pending"
    })
    ResponseEntity<PaymentView> payOrder(
            Actor actor, @PathVariable OrderId id, @RequestBody @Valid PayRequest request, Once once) {
        var payment = payments.pay(actor, id, request.source(), once.key());
        return ResponseEntity.status(payment.status() == PaymentStatus.PENDING ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(payment);
    }

    @PostMapping("/{id}/cancel")
    @Operation(
            summary = "Cancel an order",
            description =
                    "The order must be unpaid and have no pending payment. Administrators cancel orders of all users.")
    @Refuses({"commerce.order-not-found", "commerce.illegal-transition", "commerce.payment-pending"})
    Answered<OrderDetails> cancelOrder(Actor actor, @PathVariable OrderId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(orders.cancel(actor, id)));
    }

    @PostMapping("/{id}/refund")
    @Operation(
            summary = "Refund an order",
            description =
                    "Only administrators may do so, and not for own orders. The money must have been captured. The tokens are reversed,"
                            + " all of them or none. The money is returned within minutes.")
    @Refuses({
        "auth.forbidden",
        "commerce.own-order",
        "commerce.order-not-found",
        "commerce.illegal-transition",
        "wallet.tokens-insufficient"
    })
    Answered<OrderDetails> refundOrder(
            Actor actor, @PathVariable OrderId id, @RequestBody @Valid RefundRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(refunds.refund(actor, id, request.reason())));
    }

    /** Order to place. */
    record OrderRequest(
            @NotEmpty @Size(max = NewOrder.MAX_ITEMS) List<@Valid @NotNull ItemRequest> items) {
        List<Wanted> wanted() {
            return items.stream()
                    .map(item -> new Wanted(item.productId(), item.quantity()))
                    .toList();
        }
    }

    /** Quantity of a product. */
    record ItemRequest(
            @NotNull ProductId productId,

            @Min(1) @Max(NewOrder.MAX_PIECES) @Schema(example = "1")
            int quantity) {}

    /**
     * Payment of an order.
     *
     * @param source reference that the gateway gave to the buyer's browser
     */
    record PayRequest(
            @NotBlank @Size(max = Payment.MAX_TEXT) @Schema(example = "tok_approve")
            String source) {}

    /** Refund of an order. */
    record RefundRequest(
            @NotBlank @Size(max = PaymentDecision.MAX_REASON) @Schema(example = "The course was cancelled")
            String reason) {}
}
