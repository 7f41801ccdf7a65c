// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.CallEstimate;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.ChatAttempt;
import dev.ashlar.ai.domain.ChatExchange;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.web.CallOutcome.Blame;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@link ChatExchange} over HTTP on both sides. */
final class HttpChatExchange implements ChatExchange {
    private final ProviderClient client;
    private final ProviderBreakers breakers;
    private final ChatBody request;
    private final ClientAnswer answer;
    private final String traceId;
    private final LargeAnswers.Share memory;

    HttpChatExchange(
            ProviderClient client,
            ProviderBreakers breakers,
            ChatBody request,
            ClientAnswer answer,
            String traceId,
            LargeAnswers.Share memory) {
        this.client = client;
        this.breakers = breakers;
        this.request = request;
        this.answer = answer;
        this.traceId = traceId;
        this.memory = memory;
    }

    @Override
    public String model() {
        return request.facts().model();
    }

    @Override
    public CallEstimate estimate() {
        return request.estimate();
    }

    @Override
    public String traceId() {
        return traceId;
    }

    @Override
    public boolean admits(AiProvider provider) {
        return breakers.of(provider.id()).tryAcquirePermission();
    }

    @Override
    public void skip(AiProvider provider) {
        breakers.of(provider.id()).releasePermission();
    }

    @Override
    public ChatAttempt send(AiProvider provider, InteractionId id, @Nullable ProviderSecret secret) {
        var call = new ProviderCall(client, provider, secret, id, request, answer, memory);
        var outcome = call.run();
        learn(provider, outcome, call.elapsedNanos());
        var error = outcome.error();
        var result = error == null
                ? CallResult.succeeded(outcome.statusCode(), call.elapsedMs(), call.ttftMs())
                : CallResult.failed(outcome.statusCode(), error, call.elapsedMs(), call.ttftMs());
        var completion = outcome.completion();
        boolean isKept = provider.policy().contentPolicy() != ContentPolicy.NONE;
        return new ChatAttempt(
                result,
                completion == null
                        ? null
                        : completion.usageOr(request.estimate().requestBytes()),
                isKept ? request.text() : null,
                isKept && completion != null ? completion.json() : null,
                outcome.isFinal());
    }

    /** A client that leaves says nothing about the provider, and neither does memory that is taken. */
    private void learn(AiProvider provider, CallOutcome outcome, long nanos) {
        var breaker = breakers.of(provider.id());
        if (outcome.blame() == Blame.PROVIDER) {
            breaker.onError(nanos, TimeUnit.NANOSECONDS, new IOException(outcome.error()));
        } else if (outcome.blame() == Blame.NOBODY) {
            breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
        } else {
            breaker.releasePermission();
        }
    }
}
