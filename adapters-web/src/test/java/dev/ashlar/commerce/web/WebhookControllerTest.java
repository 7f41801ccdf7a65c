// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.commerce.web;

import static dev.ashlar.commerce.web.Buyers.PAYMENT;
import static dev.ashlar.commerce.web.Buyers.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;

import dev.ashlar.commerce.application.PaymentWorkflow;
import dev.ashlar.commerce.domain.GatewayAnswer.Captured;
import dev.ashlar.commerce.domain.Payment;
import dev.ashlar.kernel.web.slice.Caller;
import dev.ashlar.kernel.web.slice.RememberedRefusals;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@CommerceServer
class WebhookControllerTest {
    private static final String PATH = "/api/v1/payments/webhooks/test";
    private static final String MESSAGE = """
            {"eventId": "evt-1", "paymentId": "019a0000-0000-7000-8000-0000000000e1", "externalId": "ch-1",
             "status": "captured", "amount": {"amount": "25.00", "currency": "EUR"}, "reason": null}""";

    @Autowired
    private Caller client;

    @Autowired
    private InstantSource clock;

    @Autowired
    private MeterRegistry metrics;

    @Autowired
    private PaymentWorkflow payments;

    @Autowired
    private RememberedRefusals refusals;

    @BeforeEach
    void knowThePayment() {
        given(payments.receive(any(), any(), any(), eq(PAYMENT), any())).willReturn(true);
    }

    @Test
    void receivesASignedMessage() {
        assertThat(post(MESSAGE, signature(CommerceServer.SECRET, 0, MESSAGE)).status())
                .isEqualTo(204);
        then(payments).should().receive("test", "evt-1", "captured", PAYMENT, new Captured("ch-1", PRICE));
    }

    @Test
    void refusesAMessageThatTheGatewayDidNotSign() {
        assertForged(post(MESSAGE, signature("another secret", 0, MESSAGE)));
        assertForged(post(MESSAGE.replace("25.00", "0.01"), signature(CommerceServer.SECRET, 0, MESSAGE)));
        assertForged(post(MESSAGE + " ", signature(CommerceServer.SECRET, 0, MESSAGE)));
    }

    @Test
    void refusesASignatureThatIsOldOrInTheFuture() {
        long tolerance = WebhookSignature.TOLERANCE.toSeconds();
        assertThat(post(MESSAGE, signature(CommerceServer.SECRET, -tolerance, MESSAGE))
                        .status())
                .isEqualTo(204);
        assertForged(post(MESSAGE, signature(CommerceServer.SECRET, -tolerance - 1, MESSAGE)));
        assertForged(post(MESSAGE, signature(CommerceServer.SECRET, tolerance + 1, MESSAGE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"t=1,v1=00", "v1=0", "signed", "t=99999999999999999999,v1=00"})
    void refusesAMalformedSignature(String signature) {
        assertForged(post(MESSAGE, signature));
    }

    @Test
    void refusesAMessageWithoutASignature() {
        var answer = client.send("POST", PATH, MESSAGE);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).startsWith("X-Signature: ");
    }

    @Test
    void recordsAForgedMessage() {
        refusals.all.clear();
        assertForged(post(MESSAGE, signature("another secret", 0, MESSAGE)));
        assertThat(refusals.all)
                .containsExactly("commerce.signature-invalid - POST /api/v1/payments/webhooks/{provider}");
    }

    @Test
    void checksTheSignatureBeforeTheBody() {
        assertForged(post("{", signature("another secret", 0, "{")));
        assertThat(post("{", signature(CommerceServer.SECRET, 0, "{")).code()).isEqualTo("request.invalid");
    }

    @Test
    void ignoresFieldsThatItDoesNotKnow() {
        var body = """
                {"eventId": "evt-1", "livemode": false, "paymentId": "019a0000-0000-7000-8000-0000000000e1",
                 "externalId": "ch-1", "status": "captured", "data": {"previous": []},
                 "amount": {"amount": "25.00", "currency": "EUR", "minor": 2500}}""";
        assertThat(post(body, signature(CommerceServer.SECRET, 0, body)).status())
                .isEqualTo(204);
        then(payments).should().receive("test", "evt-1", "captured", PAYMENT, new Captured("ch-1", PRICE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "captured" | "stolen"
            "captured" | "CAPTURED"
            "captured" | ""
            "captured" | null
            "status": "captured" | "type": "customer.created"
            "ch-1"     | null
            {"amount": "25.00", "currency": "EUR"} | null
            "EUR"      | "KWD"
            {"amount": "25.00", "currency": "EUR"} | {}
            "EUR"      | null
            """)
    void ignoresAndCountsMessagesWithoutNews(String right, String wrong) {
        double before = ignored("unreadable");
        var body = MESSAGE.replace(right, wrong);
        assertThat(post(body, signature(CommerceServer.SECRET, 0, body)).status())
                .isEqualTo(204);
        then(payments).shouldHaveNoInteractions();
        assertThat(ignored("unreadable")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"019a0000-0000-7000-8000-0000000000e2\"", "\"order-4711\"", "\"\"", "null"})
    void ignoresAndCountsMessagesAboutPaymentsOfOthers(String payment) {
        double before = ignored("foreign");
        var body = MESSAGE.replace("\"019a0000-0000-7000-8000-0000000000e1\"", payment);
        assertThat(post(body, signature(CommerceServer.SECRET, 0, body)).status())
                .isEqualTo(204);
        assertThat(ignored("foreign")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "evt-1"    | ""       | /eventId
            "25.00"    | 25       | /amount/amount
            null       | 5        | /reason
            "EUR"      | "%1$s"   | /amount/currency
            "captured" | "%1$s"   | /status
            """)
    void refusesMalformedMessagesWithAPointer(String right, String wrong, String pointer) {
        var body = MESSAGE.replace(right, wrong.formatted("x".repeat(Payment.MAX_TEXT + 1)));
        var answer = post(body, signature(CommerceServer.SECRET, 0, body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).startsWith(pointer + ": ");
    }

    private double ignored(String cause) {
        return metrics.counter("ashlar.payments.ignored", "cause", cause).count();
    }

    private Caller.Answer post(String body, String signature) {
        return client.send("POST", PATH, body, "X-Signature", signature);
    }

    private void assertForged(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("commerce.signature-invalid");
        then(payments).should(org.mockito.Mockito.atMost(1)).receive(any(), any(), any(), any(), any());
    }

    private String signature(String secret, long secondsAhead, String body) {
        long second = clock.instant().plus(Duration.ofSeconds(secondsAhead)).getEpochSecond();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + second + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
