// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of answers in the shapes of OpenAI: a completion, or the chunks of its stream. */
record FakeCompletion(String id, long created, FakePrompt prompt, FakeBehavior behavior) {
    /** Returns the completion in one piece. */
    Map<String, Object> whole() {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("role", "assistant");
        boolean calls = !prompt.tool().isEmpty();
        message.put("content", calls ? null : String.join("", words()));
        if (calls) {
            message.put("tool_calls", List.of(Map.of("id", "call_" + id, "type", "function", "function", function())));
        }
        var choices = new ArrayList<Map<String, Object>>();
        for (int index = 0; index < prompt.choices(); index++) {
            choices.add(Map.of("index", index, "message", message, "finish_reason", finish()));
        }
        var body = envelope("chat.completion", choices);
        if (!behavior.withoutUsage()) {
            body.put("usage", usage());
        }
        return body;
    }

    /** Returns the chunks of the stream, without its end. */
    List<Map<String, Object>> chunks() {
        var chunks = new ArrayList<Map<String, Object>>();
        chunks.add(chunk(Map.of("role", "assistant", "content", ""), null));
        if (prompt.tool().isEmpty()) {
            words().forEach(word -> chunks.add(chunk(Map.of("content", word), null)));
        } else {
            chunks.add(chunk(
                    Map.of(
                            "tool_calls",
                            List.of(Map.of(
                                    "index", 0, "id", "call_" + id, "type", "function", "function", function()))),
                    null));
        }
        chunks.add(chunk(Map.of(), finish()));
        if (prompt.wantsUsage() && !behavior.withoutUsage()) {
            var last = envelope("chat.completion.chunk", List.of());
            last.put("usage", usage());
            chunks.add(last);
        }
        return chunks;
    }

    private Map<String, Object> chunk(Map<String, Object> delta, @Nullable String finish) {
        var choice = new LinkedHashMap<String, @Nullable Object>();
        choice.put("index", 0);
        choice.put("delta", delta);
        choice.put("finish_reason", finish);
        return envelope("chat.completion.chunk", List.of(choice));
    }

    private Map<String, Object> envelope(String object, List<?> choices) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", "chatcmpl-" + id);
        body.put("object", object);
        body.put("created", created);
        body.put("model", prompt.model());
        body.put("choices", choices);
        return body;
    }

    private Map<String, Object> usage() {
        int completion = words().size() * prompt.choices();
        return Map.of(
                "prompt_tokens",
                prompt.promptTokens(),
                "completion_tokens",
                completion,
                "total_tokens",
                prompt.promptTokens() + completion,
                "prompt_tokens_details",
                Map.of("cached_tokens", 0),
                "completion_tokens_details",
                Map.of("reasoning_tokens", 0));
    }

    private List<String> words() {
        return prompt.words(behavior);
    }

    private Map<String, Object> function() {
        return Map.of("name", prompt.tool(), "arguments", "{}");
    }

    private String finish() {
        return prompt.tool().isEmpty() ? "stop" : "tool_calls";
    }
}
