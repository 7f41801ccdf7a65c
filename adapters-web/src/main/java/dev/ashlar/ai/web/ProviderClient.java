package dev.ashlar.ai.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderType;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private final Deadlines deadlines;
    private final Duration totalTime;

    ProviderClient(ProviderAddresses addresses, Deadlines deadlines, ChatLimits limits) {
        this.addresses = addresses;
        this.deadlines = deadlines;
        this.totalTime = limits.totalTime();
    }

    /**
     * Sends a request for a completion and waits for the head of the answer. The body may then take as long to begin as is left of the
     * time for the first byte.
     *
     * @param model name by which the provider knows the model
     */
    ProviderAnswer post(AiProvider provider, String model, @Nullable ProviderSecret secret, byte[] body)
            throws IOException {
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
        var firstByte = Duration.ofMillis(timeouts.firstByteMs());
        var response = head(client.sendAsync(request.build(), BodyHandlers.ofInputStream()), firstByte);
        var deadline = deadlines.watch(response.body(), start + totalTime.toNanos());
        deadline.in(firstByte.minusNanos(System.nanoTime() - start));
        return new ProviderAnswer(response.statusCode(), mediaType(response), response.body(), deadline);
    }

    private static HttpClient client(int connectMs) {
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

    private static HttpResponse<InputStream> head(CompletableFuture<HttpResponse<InputStream>> answer, Duration time)
            throws IOException {
        try {
            return answer.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new HttpTimeoutException("No answer came in time.");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Ashlar is stopping.", stopping);
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
