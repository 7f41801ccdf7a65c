// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.planner.web;

import dev.ashlar.planner.domain.AutomationJobId;
import dev.ashlar.planner.domain.JobPayload.WebhookTarget;
import dev.ashlar.planner.domain.WebhookAnswer;
import dev.ashlar.planner.domain.WebhookAnswer.Result;
import dev.ashlar.planner.domain.WebhookCall;
import dev.ashlar.planner.domain.Webhooks;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@link Webhooks} over HTTPS. Each call has a virtual thread, whose interruption closes the connection. */
@Component
final class WebhookClient implements Webhooks {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookClient.class);
    private static final int SUCCESSFUL = 2;
    private static final int CLASS_OF_STATUS = 100;
    private static final int GONE = 410;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final WebhookBreakers breakers = new WebhookBreakers();
    private final CloseableHttpClient http;
    private final WebhookSigner signer;
    private final JsonMapper json;
    private final InstantSource clock;

    @Autowired
    WebhookClient(WebhookSigner signer, JsonMapper json, InstantSource clock) {
        this(WebhookConnections.client(WebhookConnections.PUBLIC, null), signer, json, clock);
    }

    WebhookClient(CloseableHttpClient http, WebhookSigner signer, JsonMapper json, InstantSource clock) {
        this.http = http;
        this.signer = signer;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String signingKey(AutomationJobId job) {
        return signer.text(job);
    }

    @Override
    public List<WebhookAnswer> deliver(List<WebhookCall> calls) {
        try {
            var tasks = calls.stream()
                    .<Callable<WebhookAnswer>>map(call -> () -> guarded(call))
                    .toList();
            return threads.invokeAll(tasks, MAX_SECONDS, TimeUnit.SECONDS).stream()
                    .map(WebhookClient::answerOf)
                    .toList();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while webhooks were called.", stopping);
        }
    }

    private WebhookAnswer guarded(WebhookCall call) {
        var target = call.payload().webhook();
        return target == null
                ? new WebhookAnswer(Result.REFUSED, Duration.ZERO, "The job does not call a webhook any more.")
                : breakers.guard(call.run().ownerId(), URI.create(target.url()).getHost(), () -> timed(call, target));
    }

    private WebhookAnswer timed(WebhookCall call, WebhookTarget target) {
        long start = System.nanoTime();
        Result result;
        String detail;
        try {
            int status = post(call, URI.create(target.url()));
            result = status == GONE
                    ? Result.REFUSED
                    : status / CLASS_OF_STATUS == SUCCESSFUL ? Result.DELIVERED : Result.FAILED;
            detail = "The receiver answered with status " + status + ".";
        } catch (IOException | FilteredHostException failed) {
            LOG.info("Webhook failed run={} cause={}", call.run().id().value(), failed.toString());
            result = Result.FAILED;
            detail = reason(failed);
        }
        return new WebhookAnswer(
                result, Duration.ofNanos(System.nanoTime() - start), result == Result.DELIVERED ? null : detail);
    }

    private int post(WebhookCall call, URI url) throws IOException {
        var id = call.run().id().value().toString();
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var body = json.writeValueAsString(new Message(
                id,
                call.run().jobId(),
                call.name(),
                call.run().scheduledFor(),
                call.run().manual()));
        var request = new HttpPost(url);
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", timestamp);
        request.setHeader("webhook-signature", signer.signature(call.run().jobId(), id, timestamp, body));
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        try {
            return http.executeOpen(HttpHost.create(url), request, null).getCode();
        } finally {
            // Ends the connection. Closing the response would read its body first, which may have no end.
            request.cancel();
        }
    }

    /** Says nothing about the network of the server, so that nobody explores it by webhooks. */
    private static String reason(Exception failed) {
        return switch (failed) {
            case UnknownHostException _, FilteredHostException _ -> "The host has no public address.";
            case SSLException _ -> "The TLS connection could not be established.";
            case SocketTimeoutException _ -> "The receiver did not answer in time.";
            default -> "The connection failed.";
        };
    }

    private static WebhookAnswer answerOf(Future<WebhookAnswer> call) {
        try {
            return call.get();
        } catch (CancellationException late) {
            return new WebhookAnswer(
                    Result.FAILED, Duration.ofSeconds(MAX_SECONDS), "The receiver did not answer in time.");
        } catch (ExecutionException defect) {
            LOG.error("Webhook not called", defect);
            return new WebhookAnswer(Result.FAILED, Duration.ZERO, "The call failed in Ashlar.");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while webhooks were called.", stopping);
        }
    }

    @PreDestroy
    void close() throws IOException {
        threads.shutdownNow();
        http.close();
    }

    /**
     * Body of a call.
     *
     * @param id the same in each attempt, so that the receiver handles the run once
     */
    record Message(String id, AutomationJobId jobId, String job, Instant scheduledFor, boolean manual) {}
}
