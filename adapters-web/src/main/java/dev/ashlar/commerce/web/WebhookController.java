// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.commerce.domain.GatewayAnswer;
import dev.ashlar.commerce.domain.GatewayAnswer.NoAnswer;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.commerce.domain.PaymentEvents;
import dev.ashlar.commerce.domain.PaymentId;
import dev.ashlar.kernel.web.PublicEndpoint;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.json.TextForm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
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
    private final PaymentWorkflow payments;
    private final GatewayMetrics metrics;

    WebhookController(PaymentWorkflow payments, GatewayMetrics metrics) {
        this.payments = payments;
        this.metrics = metrics;
    }

    @PublicEndpoint
    @PostMapping("/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Retry(RetryEffect.UNCHANGED)
    @Operation(
            summary = "Receive a payment webhook",
            description = "For payment gateways. The message is signed with HMAC-SHA256 over time and body:"
                    + " X-Signature: t=<seconds>,v1=<hex>. A message that is repeated, late or out of order"
                    + " takes effect once. Fields that are not described are ignored, and so are messages of"
                    + " another status, about another shop's payments or about no payment.")
    @Refuses("commerce.signature-invalid")
    void receivePaymentWebhook(
            @PathVariable @Parameter(description = "Name of the payment gateway, such as sandbox.") String provider,
            @RequestHeader(WebhookSignature.HEADER)
                    @Parameter(description = "Time and signature of the message.")
                    @Schema(
                            example =
                                    "t=1769851800,v1=5257a869e7ecebeda32affa62cdca3fa51cad7e77a0e56ff536d0ce8e108d8bd")
                    String signature,
            @RequestBody @Valid WebhookRequest request) {
        var message = request.message();
        var answer = message.answer();
        if (answer instanceof NoAnswer) {
            metrics.unreadable(message.status());
        } else if (request.payment()
                .filter(payment -> payments.receive(provider, request.eventId(), message.status(), payment, answer))
                .isEmpty()) {
            metrics.foreign();
        }
    }

    /**
     * Message of a gateway.
     *
     * @param eventId key of the message, the same when it is repeated
     * @param paymentId key of the payment in Ashlar; messages about other payments, or about none, are ignored
     * @param externalId key of the payment at the gateway
     * @param status pending, captured, declined or refunded; messages of another status, or without one, are ignored
     * @param reason reason of a decline, of which the first 200 characters are kept
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record WebhookRequest(
            @NotBlank @Size(max = PaymentEvents.MAX_EVENT_ID) @Schema(example = "evt_7f3a")
            String eventId,

            @Size(max = Payment.MAX_TEXT) @Schema(example = "019a0b1c-2d3e-7f40-8a5b-0000000000e0") @Nullable
            String paymentId,

            @Size(max = Payment.MAX_TEXT) @Schema(example = "ch_51c9") @Nullable
            String externalId,

            // waive mass-assignment: the gateway reports the status of its payment, under its signature
            @Size(max = Payment.MAX_TEXT) @Schema(example = "captured") @Nullable
            String status,

            @Valid GatewayMessage.@Nullable Amount amount,

            @Size(max = GatewayAnswer.MAX_REASON) @Schema(example = "no funds") @Nullable
            String reason) {
        GatewayMessage message() {
            return new GatewayMessage(status == null ? "" : status, externalId, amount, reason);
        }

        Optional<PaymentId> payment() {
            return Optional.ofNullable(paymentId)
                    .filter(TextForm::isUuid)
                    .map(id -> new PaymentId(UUID.fromString(id)));
        }
    }
}
