// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.CallEstimate;
import dev.ashlar.ai.domain.CallResult;
import dev.ashlar.ai.domain.ChatAttempt;
import dev.ashlar.ai.domain.ChatExchange;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.TokenUsage;
import dev.ashlar.ai.domain.UsageSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Client whose request providers answer as a test says; without a word of it they succeed. */
final class ScriptedExchange implements ChatExchange {
    static final TokenUsage USAGE = new TokenUsage(100, 10, 0, 0, UsageSource.PROVIDER);
    static final ChatAttempt SUCCESS = new ChatAttempt(CallResult.succeeded(200, 5, 1), USAGE, "{}", "{}", true);
    static final ChatAttempt FAILURE =
            new ChatAttempt(CallResult.failed(503, "Down", 5, null), null, "{}", null, false);
    static final ChatAttempt BROKEN =
            new ChatAttempt(CallResult.failed(200, "Broke off", 5, 1), USAGE, "{}", "{}", true);

    final Map<AiProvider, ChatAttempt> answers = new HashMap<>();
    final Set<AiProvider> suspended = new HashSet<>();
    final List<AiProvider> sent = new ArrayList<>();
    final List<AiProvider> skipped = new ArrayList<>();
    private final String model;

    ScriptedExchange(String model) {
        this.model = model;
    }

    @Override
    public String model() {
        return model;
    }

    /** Greatest cost at 1 and 10 dollars per million: 0.00110000. */
    @Override
    public CallEstimate estimate() {
        return new CallEstimate(100, 0, 1, 100L);
    }

    @Override
    public String traceId() {
        return "4bf92f3577b34da6a3ce929d0e0e4736";
    }

    @Override
    public boolean admits(AiProvider provider) {
        return !suspended.contains(provider);
    }

    @Override
    public void skip(AiProvider provider) {
        skipped.add(provider);
    }

    @Override
    public ChatAttempt send(AiProvider provider, InteractionId id, @Nullable ProviderSecret secret) {
        sent.add(provider);
        return answers.getOrDefault(provider, SUCCESS);
    }
}
