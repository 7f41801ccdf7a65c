// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.ProviderCheck;
import dev.ashlar.ai.domain.ProviderCheck.Result;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderNetwork;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.web.ProviderAddresses.ForbiddenAddress;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@link ProviderNetwork} over the HTTP client of the platform, which logs no header and so no secret. */
@Component
final class HttpProviderNetwork implements ProviderNetwork {
    private static final Logger LOG = LoggerFactory.getLogger(HttpProviderNetwork.class);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 1 << 20;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(DEADLINE)
            .build();
    private final ProviderAddresses addresses;
    private final JsonMapper json;

    HttpProviderNetwork(ProviderAddresses addresses, JsonMapper json) {
        this.addresses = addresses;
        this.json = json;
    }

    @Override
    public ProviderCheck check(AiProvider provider, @Nullable ProviderSecret secret) {
        long start = System.nanoTime();
        try {
            var answer = ask(provider.endpoint(), secret);
            return checked(answer, start);
        } catch (IOException | TimeoutException failed) {
            LOG.info(
                    "Provider gave no answer provider={} cause={}",
                    provider.id().value(),
                    failed.toString());
            return new ProviderCheck(Result.UNREACHABLE, null, millisSince(start), reason(failed));
        }
    }

    private HttpResponse<byte[]> ask(ProviderEndpoint endpoint, @Nullable ProviderSecret secret)
            throws IOException, TimeoutException {
        var url = models(endpoint);
        addresses.requireAllowed(url);
        var request = HttpRequest.newBuilder(url).header(HttpHeaders.ACCEPT, "application/json");
        if (secret != null) {
            if (endpoint.authType() == AuthType.BEARER) {
                request.header(HttpHeaders.AUTHORIZATION, "Bearer " + secret.value());
            } else {
                request.header("api-key", secret.value());
            }
        }
        var call = http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            return call.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a provider was asked.", stopping);
        } finally {
            call.cancel(true);
        }
    }

    private static URI models(ProviderEndpoint endpoint) {
        return URI.create(
                endpoint.type() == ProviderType.AZURE
                        ? endpoint.baseUrl() + "/openai/models?api-version="
                                + endpoint.settings().apiVersion()
                        : endpoint.baseUrl() + "/models");
    }

    private ProviderCheck checked(HttpResponse<byte[]> answer, long start) {
        int status = answer.statusCode();
        int took = millisSince(start);
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            return new ProviderCheck(
                    Result.SECRET_REFUSED, status, took, "The provider refused the secret with status " + status + ".");
        }
        if (status != OK) {
            return new ProviderCheck(Result.FAILED, status, took, "The provider answered with status " + status + ".");
        }
        return isListOfModels(answer.body())
                ? new ProviderCheck(Result.OK, status, took, null)
                : new ProviderCheck(
                        Result.FAILED, status, took, "The answer is no list of models. Check the base URL.");
    }

    private boolean isListOfModels(byte[] body) {
        try {
            return json.readTree(body).path("data").isArray();
        } catch (JacksonException notJson) {
            return false;
        }
    }

    private static String reason(Exception failed) {
        return switch (failed) {
            case UnknownHostException _ -> "The host has no address.";
            case TimeoutException _, HttpTimeoutException _ -> "The provider did not answer in time.";
            case SSLException _ -> "The TLS connection could not be established.";
            case ForbiddenAddress forbidden -> forbidden.reason();
            default -> "The connection failed.";
        };
    }

    private static int millisSince(long start) {
        return (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
