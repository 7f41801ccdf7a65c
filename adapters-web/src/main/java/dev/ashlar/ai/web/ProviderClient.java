// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.web.ClientAnswer.ClientLeft;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * HTTP client of the providers. It is that of the JDK, which logs no headers and with them no secrets, follows no redirects and keeps no
 * cookies. A body is read as fast as it is asked for.
 */
@Component
final class ProviderClient {
    private static final int MOST_CLIENTS = 20;

    /** A client has one time to connect, and providers may have several. */
    private final Cache<Integer, HttpClient> clients = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .<Integer, HttpClient>removalListener((connectMs, client, cause) -> {
                if (client != null) {
                    client.shutdown(); // once its calls have ended
                }
            })
            .build();

    private final ProviderAddresses addresses;
    private final CallWatch watch;
    private final Duration totalTime;

    ProviderClient(ProviderAddresses addresses, CallWatch watch, ChatLimits limits) {
        this.addresses = addresses;
        this.watch = watch;
        this.totalTime = limits.totalTime();
    }

    /**
     * Sends a request for a completion and waits for the head of the answer. The body may then take as long to begin as is left of the
     * time for the first byte.
     *
     * @param model name by which the provider knows the model
     * @param clientLeft true once the client has left, which cancels the call
     */
    ProviderAnswer post(
            AiProvider provider, String model, @Nullable ProviderSecret secret, byte[] body, BooleanSupplier clientLeft)
            throws IOException, ClientLeft {
        long start = System.nanoTime();
        var endpoint = provider.endpoint();
        var url = url(endpoint, model);
        addresses.requireAllowed(url);
        var request = HttpRequest.newBuilder(url)
                .header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
                .header(HttpHeaders.USER_AGENT, "Ashlar")
                .POST(BodyPublishers.ofByteArray(body));
        if (secret != null) {
            switch (endpoint.authType()) {
                case BEARER -> request.header(HttpHeaders.AUTHORIZATION, "Bearer " + secret.value());
                case API_KEY -> request.header("api-key", secret.value());
                case NONE -> {}
            }
        }
        var timeouts = endpoint.settings().timeouts();
        var client = clients.get(timeouts.connectMs(), ProviderClient::client);
        var answer = client.sendAsync(request.build(), BodyHandlers.ofInputStream());
        var watched = watch.watch(() -> cancel(answer), clientLeft, start + totalTime.toNanos());
        watched.in(Duration.ofMillis(timeouts.firstByteMs()));
        var response = head(answer, watched);
        return new ProviderAnswer(response.statusCode(), mediaType(response), response.body(), watched);
    }

    static HttpClient client(int connectMs) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofMillis(connectMs))
                .build();
    }

    static URI url(ProviderEndpoint endpoint, String model) {
        var base = endpoint.baseUrl();
        return URI.create(
                endpoint.type() == ProviderType.AZURE
                        ? base + "/openai/deployments/" + encoded(model) + "/chat/completions?api-version="
                                + encoded(String.valueOf(endpoint.settings().apiVersion()))
                        : base + "/chat/completions");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static HttpResponse<InputStream> head(
            CompletableFuture<HttpResponse<InputStream>> answer, CallWatch.Watched watched)
            throws IOException, ClientLeft {
        try {
            return answer.get();
        } catch (CancellationException | ExecutionException failed) {
            watched.close();
            if (watched.isAbandoned()) {
                throw new ClientLeft(failed);
            }
            if (watched.isLate()) {
                throw new HttpTimeoutException("No answer came in time.");
            }
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            watched.close();
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Ashlar is stopping.", stopping);
        }
    }

    /** Ends a call at any time: before the head of its answer, or while its body arrives. */
    private static void cancel(CompletableFuture<HttpResponse<InputStream>> answer) throws IOException {
        if (!answer.cancel(true) && !answer.isCompletedExceptionally()) {
            answer.join().body().close();
        }
    }

    private static String mediaType(HttpResponse<?> response) {
        return response.headers()
                .firstValue(HttpHeaders.CONTENT_TYPE)
                .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    @PreDestroy
    void close() {
        clients.asMap().values().forEach(HttpClient::shutdownNow);
    }
}
