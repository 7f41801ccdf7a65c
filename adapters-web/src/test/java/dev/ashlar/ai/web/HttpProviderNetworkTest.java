// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import static dev.ashlar.kernel.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.ProviderCheck;
import dev.ashlar.ai.domain.ProviderCheck.Result;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.SampleCatalog;
import dev.ashlar.kernel.KernelProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The test of a provider against one on this host. */
class HttpProviderNetworkTest {
    private static final ProviderSecret SECRET = new ProviderSecret("sk-very-secret");
    private static final String MODELS = "{\"object\": \"list\", \"data\": [{\"id\": \"small\"}]}";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final HttpProviderNetwork network = network(true);
    private HttpServer server;
    private volatile HttpHandler answer = exchange -> send(exchange, 200, MODELS);

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            var headers = exchange.getRequestHeaders();
            received.add(exchange.getRequestMethod()
                    + ' '
                    + exchange.getRequestURI()
                    + ' '
                    + headers.getFirst("Authorization")
                    + ' '
                    + headers.getFirst("api-key"));
            answer.handle(exchange);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        network.close();
    }

    @Test
    void asksForTheModelsWithTheSecret() {
        var check = check(ProviderType.COMPATIBLE, AuthType.BEARER, null, SECRET);
        assertThat(check.result()).isEqualTo(Result.OK);
        assertThat(check.statusCode()).isEqualTo(200);
        assertThat(check.responseTimeMs()).isNotNegative();
        assertThat(check.detail()).isNull();
        check(ProviderType.COMPATIBLE, AuthType.API_KEY, null, SECRET);
        check(ProviderType.COMPATIBLE, AuthType.NONE, null, null);
        check(ProviderType.AZURE, AuthType.API_KEY, "2024-10-21", SECRET);
        assertThat(received)
                .containsExactly(
                        "GET /v1/models Bearer sk-very-secret null",
                        "GET /v1/models null sk-very-secret",
                        "GET /v1/models null null",
                        "GET /v1/openai/models?api-version=2024-10-21 null sk-very-secret");
    }

    @ParameterizedTest
    @CsvSource({"401, SECRET_REFUSED", "403, SECRET_REFUSED", "404, FAILED", "500, FAILED", "302, FAILED", "204, FAILED"
    })
    void tellsTheStatusOfAFailureAndNothingThatWasSent(int status, Result expected) {
        answer = exchange -> {
            exchange.getResponseHeaders().add("Location", "http://localhost:1/v1/models");
            send(exchange, status, status == 204 ? "" : "Incorrect API key provided: sk-very-secret");
        };
        var check = check(ProviderType.COMPATIBLE, AuthType.BEARER, null, SECRET);
        assertThat(check.result()).isEqualTo(expected);
        assertThat(check.statusCode()).isEqualTo(status);
        assertThat(check.detail()).contains(Integer.toString(status)).doesNotContain("sk-");
        assertThat(received).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<html>", "[]", "{}", "{\"data\": 5}", "''"})
    void takesNothingElseForAListOfModels(String body) {
        answer = exchange -> send(exchange, 200, body);
        var check = check(ProviderType.COMPATIBLE, AuthType.BEARER, null, SECRET);
        assertThat(check.result()).isEqualTo(Result.FAILED);
        assertThat(check.detail()).contains("no list of models");
    }

    @Test
    void readsNoAnswerWithoutAnEnd() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            var block = new byte[1 << 16];
            while (true) {
                exchange.getResponseBody().write(block);
            }
        };
        var check = check(ProviderType.COMPATIBLE, AuthType.BEARER, null, SECRET);
        assertThat(check.result()).isEqualTo(Result.UNREACHABLE);
        assertThat(check.statusCode()).isNull();
    }

    @Test
    void tellsThatNothingAnswers() {
        server.stop(0);
        var check = check(ProviderType.COMPATIBLE, AuthType.BEARER, null, SECRET);
        assertThat(check.result()).isEqualTo(Result.UNREACHABLE);
        assertThat(check.detail()).isEqualTo("The connection failed.");
    }

    @Test
    void callsNoForbiddenAddressAndResolvesNoUnknownName() {
        assertThat(network.check(provider("http://169.254.169.254"), SECRET).detail())
                .isEqualTo("The provider has an address that must not be called.");
        assertThat(network.check(provider("https://nowhere.invalid"), SECRET).detail())
                .isEqualTo("The host has no address.");
    }

    @Test
    void allowsPlainHttpOnlyByASetting() {
        var endpoint = provider("http://localhost:1/v1").endpoint();
        urls(true).requireAllowed(endpoint);
        assertRefused(KernelProblem.INVALID_REQUEST, () -> urls(false).requireAllowed(endpoint));
        try (var strict = new Closing(network(false))) {
            assertThat(strict.network().check(provider(url()), SECRET).detail())
                    .isEqualTo("The provider must be called by https.");
        }
        assertThat(received).isEmpty();
    }

    private ProviderCheck check(
            ProviderType type, AuthType auth, @Nullable String version, @Nullable ProviderSecret secret) {
        var settings = new ProviderSettings(List.of(), version, ProviderTimeouts.DEFAULT);
        return network.check(
                provider(new ProviderEndpoint(type, url(), auth, auth != AuthType.NONE, settings)), secret);
    }

    private static AllowedProviderUrls urls(boolean plainHttp) {
        return new AllowedProviderUrls(new AiSettings(plainHttp, List.of(), 13));
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1";
    }

    private static AiProvider provider(String url) {
        return provider(SampleCatalog.endpoint(url, SampleCatalog.serving()));
    }

    private static AiProvider provider(ProviderEndpoint endpoint) {
        var sample = SampleCatalog.provider("Provider");
        return new AiProvider(
                sample.id(),
                sample.name(),
                endpoint,
                sample.policy(),
                sample.rank(),
                sample.createdAt(),
                sample.updatedAt(),
                0);
    }

    private static HttpProviderNetwork network(boolean plainHttp) {
        return new HttpProviderNetwork(
                new ProviderAddresses(new AiSettings(plainHttp, List.of(), 13)), new JsonMapper());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private record Closing(HttpProviderNetwork network) implements AutoCloseable {
        @Override
        public void close() {
            network.close();
        }
    }
}
