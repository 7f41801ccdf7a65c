// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.web;

import dev.ashlar.kernel.Labels;
import dev.ashlar.sync.domain.CatalogueAnswer;
import dev.ashlar.sync.domain.CatalogueAnswer.NoPage;
import dev.ashlar.sync.domain.Catalogues;
import dev.ashlar.sync.domain.SyncSource;
import dev.ashlar.sync.web.SyncSettings.Server;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * {@link Catalogues} over the HTTP client of the platform, which logs no header and so no key, and follows no redirect. Only servers of
 * the settings are called.
 */
@Component
final class HttpCatalogues implements Catalogues {
    private static final Logger LOG = LoggerFactory.getLogger(HttpCatalogues.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int PAGE_SIZE = 200;
    private static final int MAX_ANSWER = 8 << 20;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;
    /** Refusals that a later request may not meet. */
    private static final Set<Integer> TEMPORARY = Set.of(408, 425, 429);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final CatalogueBreakers breakers = new CatalogueBreakers();
    private final SyncSettings settings;
    private final CataloguePageReader reader;
    private final Duration deadline;

    @Autowired
    HttpCatalogues(SyncSettings settings, CataloguePageReader reader) {
        this(settings, reader, Duration.ofSeconds(MAX_SECONDS));
    }

    HttpCatalogues(SyncSettings settings, CataloguePageReader reader, Duration deadline) {
        this.settings = settings;
        this.reader = reader;
        this.deadline = deadline;
    }

    @Override
    public boolean isConfigured(SyncSource source) {
        return settings.server(source) != null;
    }

    @Override
    public CatalogueAnswer page(SyncSource source, @Nullable String cursor) {
        var server = settings.server(source);
        if (server == null) {
            return new NoPage("The source has no server. Set ashlar.sync." + Labels.of(source) + ".url.", true);
        }
        try {
            return breakers.of(source).executeSupplier(() -> ask(source, server, cursor));
        } catch (CallNotPermittedException suspended) {
            return new NoPage("Calls of the catalogue are suspended for a minute after failures.", false);
        }
    }

    private CatalogueAnswer ask(SyncSource source, Server server, @Nullable String cursor) {
        try {
            var answer = send(server, url(source, server, cursor));
            int status = answer.statusCode();
            return status == OK
                    ? reader.read(answer.body())
                    : new NoPage(
                            "The catalogue answered with status " + status + ".",
                            status < SERVER_ERROR && !TEMPORARY.contains(status));
        } catch (IOException | TimeoutException failed) {
            LOG.info("Catalogue gave no answer source={} cause={}", source, failed.toString());
            return new NoPage(reason(failed), false);
        }
    }

    private HttpResponse<byte[]> send(Server server, URI url) throws IOException, TimeoutException {
        var request = HttpRequest.newBuilder(url)
                .header(HttpHeaders.ACCEPT, "application/json")
                .header(HttpHeaders.USER_AGENT, "Ashlar");
        if (!server.apiKey().isEmpty()) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + server.apiKey());
        }
        var call = http.sendAsync(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        try {
            return call.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a catalogue was asked.", stopping);
        } finally {
            call.cancel(true);
        }
    }

    private static URI url(SyncSource source, Server server, @Nullable String cursor) {
        var items = switch (source) {
            case MRLEARN -> "/courses";
            case MRTEST -> "/tests";
        };
        var from = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        return URI.create(server.toString().replaceAll("/+$", "") + items + "?limit=" + PAGE_SIZE + from);
    }

    private static String reason(Exception failed) {
        return switch (failed) {
            case TimeoutException _, HttpTimeoutException _ -> "The catalogue did not answer in time.";
            case SSLException _ -> "The TLS connection could not be established.";
            default -> "The connection failed, or the answer was too long.";
        };
    }

    @PreDestroy
    void close() {
        http.shutdownNow();
    }
}
