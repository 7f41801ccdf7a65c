// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.ai.web.Chats.HELLO;
import static dev.ashlar.ai.web.Chats.SECRET;
import static dev.ashlar.ai.web.Chats.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.web.ClientAnswer.ClientLeft;
import dev.ashlar.kernel.UserId;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Limits of one call of a provider. */
class ProviderClientTest {
    private static final ProviderTimeouts LONG = new ProviderTimeouts(1000, 60_000, 60_000);

    private final ScriptedProvider first = new ScriptedProvider();
    private final ScriptedProvider second = new ScriptedProvider();
    private final CallWatch watch = new CallWatch();
    private final ProviderClient client = client(Duration.ofSeconds(2));

    @AfterEach
    void close() {
        client.close();
        watch.close();
        first.close();
        second.close();
    }

    @Test
    void endsACallAfterItsTimeInAllHoweverSteadyItIs() throws IOException, ClientLeft {
        first.answer(exchange -> {
            exchange.raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                exchange.chunk("[");
                LockSupport.parkNanos(1_000_000);
            }
        });
        try (var answer = post(first.url(), () -> false)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> answer.readAll(
                            Integer.MAX_VALUE,
                            Duration.ofMinutes(1),
                            new LargeAnswers().share(new UserId(UUID.randomUUID()))));
            assertThat(answer.watched().isLate()).isTrue();
        }
        await().until(() -> first.abandoned.get() == 1);
    }

    @Test
    void endsASilentCallAfterItsTimeInAll() {
        first.answer(ScriptedProvider.Exchange::awaitClose);
        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> post(first.url(), () -> false));
        await().until(() -> first.abandoned.get() == 1);
    }

    @Test
    void endsACallWhoseClientHasLeft() {
        first.answer(ScriptedProvider.Exchange::awaitClose);
        var patient = client(Duration.ofMinutes(1));
        assertThatExceptionOfType(ClientLeft.class)
                .isThrownBy(() -> post(patient, first.url(), () -> !first.requests.isEmpty()));
        await().until(() -> first.abandoned.get() == 1);
        patient.close();
    }

    @Test
    void boundsTheTimeToConnect() {
        assertThat(ProviderClient.client(200).connectTimeout()).contains(Duration.ofMillis(200));
    }

    @Test
    void followsNoRedirect() throws IOException, ClientLeft {
        first.answer(exchange -> exchange.raw(
                "HTTP/1.1 307 X\r\nLocation: " + second.url() + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
        try (var answer = post(first.url(), () -> false)) {
            assertThat(answer.status()).isEqualTo(307);
        }
        assertThat(second.requests).isEmpty();
    }

    @Test
    void callsNoForbiddenAddress() {
        assertThatExceptionOfType(ProviderAddresses.ForbiddenAddress.class)
                .isThrownBy(() -> post("http://169.254.169.254/v1", () -> false));
    }

    private ProviderAnswer post(String url, BooleanSupplier clientLeft) throws IOException, ClientLeft {
        return post(client, url, clientLeft);
    }

    private static ProviderAnswer post(ProviderClient client, String url, BooleanSupplier clientLeft)
            throws IOException, ClientLeft {
        return client.post(
                provider(url, LONG),
                "gpt",
                new ProviderSecret(SECRET),
                HELLO.getBytes(StandardCharsets.UTF_8),
                clientLeft);
    }

    private ProviderClient client(Duration totalTime) {
        var addresses = new ProviderAddresses(new AiSettings(true, List.of(), 13));
        return new ProviderClient(addresses, watch, new ChatLimits(DataSize.ofMegabytes(8), 3, 2, totalTime));
    }
}
