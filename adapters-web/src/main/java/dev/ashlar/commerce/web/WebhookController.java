package dev.ashlar.commerce.web;

import dev.ashlar.commerce.application.PaymentService;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentEvents;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/payments/webhooks")
@Tag(name = "Webhooks", description = "Messages from payment gateways.")
class WebhookController {
    private final PaymentService payments;

    WebhookController(PaymentService payments) {
        this.payments = payments;
    }

    @PublicEndpoint
    @PostMapping("/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Receive a payment webhook",
            description = "For payment gateways. The message is signed with HMAC-SHA256 over time and body:"
                    + " X-Signature: t=<seconds>,v1=<hex>. A message that is repeated, late or out of order"
                    + " takes effect once.")
    @Refuses({"commerce.signature-invalid", "commerce.payment-not-found", "commerce.payment-mismatch"})
    void receive(
            @PathVariable String provider,
            @RequestHeader(WebhookSignature.HEADER)
                    @Schema(
                            example =
                                    "t=1769851800,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd")
                    String signature,
            @RequestBody @Valid WebhookRequest request) {
        payments.receive(provider, request.eventId(), request.type(), request.paymentId(), request.answer());
    }

    /**
     * Message of a gateway.
     *
     * @param eventId key of the message, the same when it is repeated
     * @param paymentId key of the payment in Ashlar
     * @param externalId key of the payment at the gateway
     */
    record WebhookRequest(
            @NotBlank @Size(max = PaymentEvents.MAX_EVENT_ID) @Schema(example = "evt_7f3a")
            String eventId,

            @NotNull PaymentId paymentId,

            @NotBlank @Size(max = Payment.MAX_TEXT) @Schema(example = "ch_51c9")
            String externalId,

            // waive 87: the gateway reports the status of its payment, under its signature
            @NotNull GatewayStatus status,
            @NotNull Money amount,

            @Size(max = GatewayAnswer.MAX_REASON) @Schema(example = "no funds") @Nullable
            String reason) {
        String type() {
            return Labels.of(status);
        }

        GatewayAnswer answer() {
            return status.answer(externalId, amount, reason);
        }
    }
}
