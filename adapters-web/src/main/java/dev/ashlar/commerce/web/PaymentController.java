// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import dev.ashlar.commerce.application.AttentionService;
import dev.ashlar.commerce.application.AttentionView;
import dev.ashlar.commerce.application.OrderDetails;
import dev.ashlar.commerce.application.PaymentView;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.commerce.domain.PaymentDecision;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.web.Listing;
import dev.ashlar.kernel.web.Once;
import dev.ashlar.kernel.web.Once.Answered;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments", description = "Payments that need the decision of an administrator.")
class PaymentController {
    private final AttentionService attention;
    private final PaymentWorkflow payments;

    PaymentController(AttentionService attention, PaymentWorkflow payments) {
        this.attention = attention;
        this.payments = payments;
    }

    @GetMapping("/attention")
    @Operation(
            summary = "List payments that need attention",
            description =
                    "Only administrators may do so. The oldest payment comes first. Each names the actions that may end"
                            + " its case.")
    @Refuses({"auth.forbidden", "request.invalid-cursor"})
    Listing<AttentionView> listPaymentsThatNeedAttention(Actor actor, PageRequest page) {
        return Listing.of(attention.list(actor, page));
    }

    @PostMapping("/attention/{id}/accept")
    @Operation(
            summary = "Accept a payment",
            description =
                    "Only administrators may do so, and not for own orders. A failed order is delivered and becomes paid if its"
                            + " items are available; an order whose money was returned stays paid.")
    @Refuses({
        "auth.forbidden",
        "commerce.own-order",
        "commerce.payment-not-found",
        "commerce.action-unavailable",
        "commerce.stock-insufficient"
    })
    Answered<OrderDetails> acceptPayment(
            Actor actor, @PathVariable PaymentId id, @RequestBody @Valid PaymentDecisionRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(attention.accept(actor, id, request.reason())));
    }

    @PostMapping("/attention/{id}/refund")
    @Operation(
            summary = "Refund a payment",
            description =
                    "Only administrators may do so, and not for own orders. The order becomes refunded, its tokens are reversed,"
                            + " all of them or none, and the money is returned within minutes unless it was before.")
    @Refuses({
        "auth.forbidden",
        "commerce.own-order",
        "commerce.payment-not-found",
        "commerce.action-unavailable",
        "wallet.tokens-insufficient"
    })
    Answered<OrderDetails> refundPayment(
            Actor actor, @PathVariable PaymentId id, @RequestBody @Valid PaymentDecisionRequest request, Once once) {
        return once.answer(actor, () -> ResponseEntity.ok(attention.refund(actor, id, request.reason())));
    }

    @PostMapping("/attention/{id}/retry")
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Ask the gateway about a payment again",
            description =
                    "Only administrators may do so. The answer takes effect at once; if there is none, the case stays open.")
    @Refuses({"auth.forbidden", "commerce.payment-not-found", "commerce.action-unavailable"})
    PaymentView retryPayment(Actor actor, @PathVariable PaymentId id) {
        return payments.retry(actor, id);
    }

    /** Decision about a payment. */
    record PaymentDecisionRequest(
            @NotBlank @Size(max = PaymentDecision.MAX_REASON) @Schema(example = "The buyer agreed by telephone")
            String reason) {}
}
