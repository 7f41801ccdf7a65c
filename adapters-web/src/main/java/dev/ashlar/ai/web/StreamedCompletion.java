// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.TokenUsage;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Completion that comes in chunks. Its texts are kept only up to a limit, and only if they are to be stored. */
final class StreamedCompletion {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_KEPT = 1024 * 1024; // bytes of text
    private static final int MAX_CHOICES = 128;
    private static final String CONTENT = "content";

    private final boolean keepsTexts;
    private final TreeMap<Integer, Choice> choices = new TreeMap<>();
    private String model = "";
    private @Nullable TokenUsage usage;
    private long textBytes;

    StreamedCompletion(boolean keepsTexts) {
        this.keepsTexts = keepsTexts;
    }

    /** True if the chunk reports the usage and has nothing else. */
    static boolean isUsageOnly(JsonNode chunk) {
        return chunk.path("usage").isObject() && chunk.path("choices").isEmpty();
    }

    void add(JsonNode chunk) {
        var reported = UsageReader.read(chunk.path("usage"));
        usage = reported == null ? usage : reported;
        model = chunk.path("model").asString(model);
        for (var part : chunk.path("choices")) {
            var delta = part.path("delta");
            textBytes += Completion.textBytes(delta);
            if (keepsTexts && textBytes <= MAX_KEPT) {
                int index = Math.clamp(part.path("index").asInt(0), 0, MAX_CHOICES);
                choices.computeIfAbsent(index, _ -> new Choice()).add(delta, part.path("finish_reason"));
            }
        }
    }

    /** True once the model has written something. */
    boolean hasText() {
        return textBytes > 0;
    }

    /** Returns what was received, in the shape of a completion in one piece. */
    Completion received() {
        var json = JSON.createObjectNode().put("object", "chat.completion").put("model", model);
        if (keepsTexts) {
            var list = json.putArray("choices");
            choices.forEach((index, choice) -> list.add(choice.json().put("index", index)));
            if (textBytes > MAX_KEPT) {
                json.put("truncated", true);
            }
        }
        return new Completion(json.toString(), usage, textBytes);
    }

    /** One of the answers. */
    private static final class Choice {
        private final StringBuilder content = new StringBuilder();
        private final TreeMap<Integer, ToolCall> tools = new TreeMap<>();
        private @Nullable String finishReason;

        void add(JsonNode delta, JsonNode finish) {
            content.append(delta.path(CONTENT).asString(""));
            for (var call : delta.path("tool_calls")) {
                int index = Math.clamp(call.path("index").asInt(0), 0, MAX_CHOICES);
                tools.computeIfAbsent(index, _ -> new ToolCall()).add(call);
            }
            finishReason = finish.isString() ? finish.asString() : finishReason;
        }

        ObjectNode json() {
            var choice = JSON.createObjectNode();
            var message = choice.putObject("message").put("role", "assistant").put(CONTENT, content.toString());
            if (!tools.isEmpty()) {
                var calls = message.putArray("tool_calls");
                tools.values().forEach(call -> calls.add(call.json()));
            }
            return choice.put("finish_reason", finishReason);
        }
    }

    /** Call of a tool, whose arguments come in parts. */
    private static final class ToolCall {
        private final StringBuilder arguments = new StringBuilder();
        private String id = "";
        private String name = "";

        void add(JsonNode part) {
            id = part.path("id").asString(id);
            name = part.at("/function/name").asString(name);
            arguments.append(part.at("/function/arguments").asString(""));
        }

        ObjectNode json() {
            var call = JSON.createObjectNode().put("id", id).put("type", "function");
            call.putObject("function").put("name", name).put("arguments", arguments.toString());
            return call;
        }
    }
}
