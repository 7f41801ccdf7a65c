// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.TokenUsage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reader of the usage that a provider reports, in the shape of chat completions or of responses. */
final class UsageReader {
    private static final Logger LOG = LoggerFactory.getLogger(UsageReader.class);

    private UsageReader() {}

    /** Returns the usage, or null if the object has none. Contradictory numbers are logged and brought into their bounds. */
    static @Nullable TokenUsage read(JsonNode usage) {
        var shape = usage.has("input_tokens") || usage.has("output_tokens")
                ? new Shape("input_tokens", "output_tokens")
                : new Shape("prompt_tokens", "completion_tokens");
        var prompt = usage.path(shape.prompt());
        var completion = usage.path(shape.completion());
        if (!prompt.canConvertToLong() && !completion.canConvertToLong()) {
            return null;
        }
        long cached = number(usage.path(shape.prompt() + "_details").path("cached_tokens"));
        long reasoning = number(usage.path(shape.completion() + "_details").path("reasoning_tokens"));
        long answered = number(completion);
        // Some providers count the tokens of reasoning beside those of the answer; then the total shows it.
        boolean isBeside = reasoning > 0 && number(usage.path("total_tokens")) == number(prompt) + answered + reasoning;
        return bounded(number(prompt), isBeside ? answered + reasoning : answered, cached, reasoning);
    }

    private static TokenUsage bounded(long prompt, long completion, long cached, long reasoning) {
        var usage = TokenUsage.reported(prompt, completion, cached, reasoning);
        if (usage.promptTokens() != prompt
                || usage.completionTokens() != completion
                || usage.cachedTokens() != cached
                || usage.reasoningTokens() != reasoning) {
            LOG.warn(
                    "Provider reported contradictory usage prompt={} completion={} cached={} reasoning={}",
                    prompt,
                    completion,
                    cached,
                    reasoning);
        }
        return usage;
    }

    private static long number(JsonNode value) {
        return value.canConvertToLong() ? value.asLong() : 0;
    }

    /** Names of the two counts; the names of their details follow from them. */
    private record Shape(String prompt, String completion) {}
}
