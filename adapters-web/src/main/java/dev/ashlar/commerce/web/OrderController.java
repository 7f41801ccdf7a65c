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
import dev.ashlar.commerce.domain.OrderItem;
import dev.ashlar.commerce.domain.OrderStatus;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentStatus;
import dev.ashlar.commerce.domain.ProductId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Answered;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
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
@Tag(name = "Orders", description = "Buying: order, pay, call off.")
class OrderController {
    private final OrderService orders;
    private final PaymentWorkflow payments;
    private final RefundService refunds;

    OrderController(OrderService orders, PaymentWorkflow payments, RefundService refunds) {
        this.orders = orders;
        this.payments = payments;
        this.refunds = refunds;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Place an order",
            description = "What it asks for is reserved for half an hour. Pay it with its pay operation.")
    @Refuses({"commerce.product-not-found", "commerce.out-of-stock", "commerce.mixed-currencies"})
    Answered<OrderDetails> place(Actor actor, @RequestBody @Valid OrderRequest request, Once once) {
        return once.answer(actor, () -> {
            var placed = orders.place(actor, request.wanted(), once.key());
            return ResponseEntity.created(
                            URI.create("/api/v1/orders/" + placed.order().id().value()))
                    .body(placed);
        });
    }

    @GetMapping
    @Operation(summary = "Orders, newest first", description = "Your own; everybody's for an administrator.")
    @Refuses("request.invalid-cursor")
    Listing<OrderView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable OrderStatus status,
            @RequestParam(defaultValue = "false") boolean count,
            PageRequest page) {
        return Listing.of(orders.orders(actor, status, page), count ? (Long) orders.countOrders(actor, status) : null);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "One order with its items and its payment",
            description = "Yours, or anybody's for an administrator.")
    @Refuses("commerce.order-not-found")
    OrderDetails one(Actor actor, @PathVariable OrderId id) {
        return orders.order(actor, id);
    }

    /** Not one transaction: the gateway stands between two. The payment itself remembers the key. */
    @PostMapping("/{id}/pay")
    @Operation(
            summary = "Pay your order",
            description =
                    "The answer says captured or declined. If it says pending, the gateway did not answer in time: send"
                            + " the request again under the same key, or look at the order a few minutes later.")
    @Refuses({"commerce.order-not-found", "commerce.order-state", "commerce.order-expired", "commerce.payment-pending"})
    ResponseEntity<PaymentView> pay(
            Actor actor, @PathVariable OrderId id, @RequestBody @Valid PayRequest request, Once once) {
        var payment = payments.pay(actor, id, request.source(), once.key());
        return ResponseEntity.status(payment.status() == PaymentStatus.PENDING ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(payment);
    }

    @PostMapping("/{id}/cancel")
    @Operation(
            summary = "Call an order off that is not paid",
            description = "Yours, or anybody's for an administrator. Not while a payment is under way.")
    @Refuses({"commerce.order-not-found", "commerce.order-state", "commerce.payment-pending"})
    Answered<OrderDetails> cancel(Actor actor, @PathVariable OrderId id, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(orders.cancel(actor, id)));
    }

    @PostMapping("/{id}/refund")
    @Operation(
            summary = "Undo a paid order (administrators; not your own)",
            description = "Its tokens are taken back, all of them or none. The money follows within minutes.")
    @Refuses({
        "auth.forbidden",
        "commerce.own-order",
        "commerce.order-not-found",
        "commerce.order-state",
        "commerce.not-delivered",
        "wallet.insufficient-tokens"
    })
    Answered<OrderDetails> refund(
            Actor actor, @PathVariable OrderId id, @RequestBody @Valid RefundRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(refunds.refund(actor, id, request.reason())));
    }

    /** What to buy. */
    record OrderRequest(
            @NotEmpty @Size(max = NewOrder.MAX_ITEMS) List<@Valid @NotNull ItemRequest> items) {
        List<Wanted> wanted() {
            return items.stream()
                    .map(item -> new Wanted(item.productId(), item.quantity()))
                    .toList();
        }
    }

    /** So many of a product. */
    record ItemRequest(
            @NotNull ProductId productId,

            @Min(1) @Max(OrderItem.MAX_QUANTITY) @Schema(example = "1")
            int quantity) {}

    /**
     * How to pay.
     *
     * @param source the reference that the gateway has given to your browser
     */
    record PayRequest(
            @NotBlank @Size(max = Payment.MAX_TEXT) @Schema(example = "tok_approve")
            String source) {}

    /** Why an order is undone. */
    record RefundRequest(
            @NotBlank @Size(max = 500) @Schema(example = "The course was called off")
            String reason) {}
}
