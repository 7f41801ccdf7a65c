// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.web.CallOutcome.Blame;
import dev.ashlar.ai.web.CallWatch.Watched;
import dev.ashlar.ai.web.ClientAnswer.ClientLeft;
import dev.ashlar.ai.web.LargeAnswers.NoMemory;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Call of one provider, whose answer goes to the client as it comes. Until its first byte another provider may still answer. */
final class ProviderCall {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderCall.class);
    private static final int OK = 200;
    private static final int CLIENT_ERRORS = 400;
    private static final int SERVER_ERRORS = 500;
    private static final int MAX_ANSWER = 16 * 1024 * 1024;
    private static final int MAX_REFUSAL = 64 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final Duration TIME_TO_END = Duration.ofMillis(500);
    private static final String DONE = "[DONE]";

    /** Refusals that another provider may not share: of our secret, and of calls that are too many. */
    private static final Set<Integer> NOT_OF_THE_REQUEST = Set.of(401, 402, 403, 407, 408, 425, 429);

    private final ProviderClient client;
    private final AiProvider provider;
    private final @Nullable ProviderSecret secret;
    private final InteractionId id;
    private final ChatBody request;
    private final ClientAnswer answer;
    private final LargeAnswers.Share memory;
    private final long start = System.nanoTime();
    private final StreamedCompletion streamed;
    private @Nullable Completion whole;
    private @Nullable Integer status;
    private @Nullable Integer ttftMs;

    ProviderCall(
            ProviderClient client,
            AiProvider provider,
            @Nullable ProviderSecret secret,
            InteractionId id,
            ChatBody request,
            ClientAnswer answer,
            LargeAnswers.Share memory) {
        this.client = client;
        this.provider = provider;
        this.secret = secret;
        this.id = id;
        this.request = request;
        this.answer = answer;
        this.memory = memory;
        this.streamed = new StreamedCompletion(provider.policy().contentPolicy() != ContentPolicy.NONE);
    }

    /** Makes the call. Never throws for what provider or client do. */
    CallOutcome run() {
        CallOutcome outcome;
        try {
            outcome = attempt();
        } catch (RuntimeException defect) { // the attempt must be recorded, and its breaker must learn its end
            LOG.error("Call failed in Ashlar interaction={}", id.value(), defect);
            outcome = failed("The call failed in Ashlar.", Blame.ASHLAR);
        }
        if (!outcome.isFinal()) {
            memory.giveBack(); // the next provider may take minutes
        }
        return outcome;
    }

    private CallOutcome attempt() {
        var model = provider.endpoint()
                .settings()
                .nameOf(request.facts().model())
                .orElse(request.facts().model());
        try (var given = client.post(provider, model, secret, request.forProvider(model), answer::isUnwanted)) {
            status = given.status();
            return relay(given);
        } catch (ClientLeft left) {
            return abandoned();
        } catch (IOException failed) {
            return broken(failed);
        }
    }

    private CallOutcome relay(ProviderAnswer given) throws ClientLeft {
        try {
            if (given.status() != OK) {
                return refusal(given);
            }
            return request.facts().stream() ? stream(given) : whole(given);
        } catch (IOException failed) {
            if (given.watched().isAbandoned()) {
                throw new ClientLeft(failed);
            }
            if (failed instanceof NoMemory) {
                LOG.warn("No memory for an answer interaction={}", id.value());
                return CallOutcome.crowdedOut(given.status());
            }
            return broken(given.watched().isLate() ? new HttpTimeoutException("late") : failed);
        }
    }

    /** Ends a call that nobody waits for. The provider has read the request, and may have written more than was received. */
    private CallOutcome abandoned() {
        answer.giveUp();
        return CallOutcome.abandoned(status, received());
    }

    /** Returns what was received of the completion; null if the provider has refused the request. */
    private @Nullable Completion received() {
        if (status != null && status != OK) {
            return null;
        }
        return whole == null ? streamed.received() : whole;
    }

    private CallOutcome whole(ProviderAnswer given) throws IOException, ClientLeft {
        require(given, MediaType.APPLICATION_JSON_VALUE);
        var body = given.readAll(MAX_ANSWER, idle(), memory);
        var completion = Completion.whole(body);
        whole = completion;
        answer.begin(OK, MediaType.APPLICATION_JSON_VALUE, id);
        write(body, given.watched());
        return CallOutcome.answered(OK, completion);
    }

    /** Writes an answer in pieces. A client that reads few bytes at a time must not keep it in memory for ever. */
    private void write(byte[] body, Watched watched) throws ClientLeft {
        watched.atEnd();
        for (int at = 0; at < body.length; at += PIECE) {
            if (watched.isLate()) {
                throw new ClientLeft(new HttpTimeoutException("The client reads too slowly."));
            }
            answer.write(Arrays.copyOfRange(body, at, Math.min(body.length, at + PIECE)));
        }
        answer.flush();
    }

    private CallOutcome stream(ProviderAnswer given) throws IOException, ClientLeft {
        require(given, MediaType.TEXT_EVENT_STREAM_VALUE);
        var events = new EventStream(given.body());
        for (var event = events.next(); event != null; event = events.next()) {
            var data = event.data();
            if (data.equals(DONE) && answer.isBegun()) {
                answer.write(event.bytes());
                answer.flush();
                readEnd(given);
                return CallOutcome.answered(OK, streamed.received());
            }
            if (!data.isEmpty() || answer.isBegun()) { // comments before the first data are no answer yet
                given.watched().atEnd(); // the client may make us wait
                pass(event, data);
                if (answer.isBegun() && !events.hasNext()) {
                    answer.flush();
                }
                given.watched().in(idle());
            }
        }
        throw new BadAnswer("The stream ended without its last event.");
    }

    private void pass(EventStream.Event event, String data) throws IOException, ClientLeft {
        if (!data.isEmpty()) {
            var chunk = Completion.read(data);
            if (chunk.path("error").isObject()) {
                throw new BadAnswer("The provider reported an error in its stream.");
            }
            streamed.add(chunk);
            if (ttftMs == null && streamed.hasText()) {
                ttftMs = elapsedMs();
            }
            if (StreamedCompletion.isUsageOnly(chunk) && !request.facts().includesUsage()) {
                return; // it was asked for by us
            }
        }
        if (!answer.isBegun()) {
            answer.begin(OK, MediaType.TEXT_EVENT_STREAM_VALUE, id);
        }
        answer.write(event.bytes());
    }

    /** Reads to the end, so that the connection can be used again. */
    private static void readEnd(ProviderAnswer given) {
        given.watched().in(TIME_TO_END);
        try {
            given.body().skip(MAX_REFUSAL);
        } catch (IOException notUsableAgain) {
            LOG.debug("Connection not used again", notUsableAgain);
        }
    }

    /** Passes on what concerns the request; everything else is a failure of the provider, or of our access to it. */
    private CallOutcome refusal(ProviderAnswer given) throws IOException, ClientLeft {
        int code = given.status();
        boolean isOfTheRequest = code >= CLIENT_ERRORS && code < SERVER_ERRORS && !NOT_OF_THE_REQUEST.contains(code);
        if (!isOfTheRequest) {
            return failed("The provider answered with status " + code + ".", Blame.PROVIDER);
        }
        require(given, MediaType.APPLICATION_JSON_VALUE);
        var body = withoutSecret(new String(given.readAll(MAX_REFUSAL, idle(), memory), StandardCharsets.UTF_8));
        answer.begin(code, MediaType.APPLICATION_JSON_VALUE, id);
        answer.write(body.getBytes(StandardCharsets.UTF_8));
        answer.flush();
        return CallOutcome.refused(code);
    }

    /** Returns a JSON object without the secret. It is read for that, because JSON has several spellings of a text. */
    private String withoutSecret(String json) throws BadAnswer {
        var spelled = Completion.read(json).toString();
        var hidden = secret == null ? spelled : spelled.replace(inJson(secret), "***");
        return hidden.equals(spelled) ? json : hidden;
    }

    private static String inJson(ProviderSecret secret) {
        var quoted = JsonMapper.shared().writeValueAsString(secret.value());
        return quoted.substring(1, quoted.length() - 1);
    }

    private static void require(ProviderAnswer given, String mediaType) throws BadAnswer {
        if (!given.mediaType().equals(mediaType)) {
            throw new BadAnswer("The provider's answer is not " + mediaType + ".");
        }
    }

    private CallOutcome broken(IOException failure) {
        LOG.info(
                "Provider failed provider={} interaction={} cause={}",
                provider.id().value(),
                id.value(),
                failure.toString());
        return failed(CallOutcome.reason(failure), Blame.PROVIDER);
    }

    /** Ends a stream that has begun with an error, breaks off another answer, and leaves one that has not begun to another provider. */
    private CallOutcome failed(String reason, Blame blame) {
        boolean isBegun = answer.isBegun();
        if (isBegun) {
            end(reason);
        }
        return new CallOutcome(status, reason, isBegun ? received() : whole, isBegun, blame);
    }

    private void end(String reason) {
        try {
            if (answer.isOfEvents()) {
                answer.write(OpenAiError.brokenStream(reason).event());
                answer.flush();
            } else {
                answer.giveUp(); // an error behind half of a JSON text would be part of it
            }
        } catch (ClientLeft
                | RuntimeException undelivered) { // the defect that has broken the answer may break its end, too
            LOG.debug("Error not delivered", undelivered);
        }
    }

    private Duration idle() {
        return Duration.ofMillis(provider.endpoint().settings().timeouts().idleMs());
    }

    long elapsedNanos() {
        return System.nanoTime() - start;
    }

    int elapsedMs() {
        return Math.toIntExact(TimeUnit.NANOSECONDS.toMillis(elapsedNanos()));
    }

    @Nullable
    Integer ttftMs() {
        return ttftMs;
    }
}
