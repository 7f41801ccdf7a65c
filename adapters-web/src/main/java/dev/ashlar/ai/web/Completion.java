// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.TokenUsage;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Completion of a provider, as far as it was received.
 *
 * @param json completion in the shape of OpenAI
 * @param usage usage that the provider reports; null if it reports none
 * @param textBytes bytes of the texts that the model has written, in UTF-8
 */
record Completion(String json, @Nullable TokenUsage usage, long textBytes) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NOT_WRITTEN = Set.of("role", "id", "type", "object");

    /** Reads an answer in one piece. */
    static Completion whole(byte[] body) throws BadAnswer {
        var json = new String(body, StandardCharsets.UTF_8);
        var tree = read(json);
        long written = tree.path("choices")
                .valueStream()
                .mapToLong(choice -> textBytes(choice.path("message")))
                .sum();
        return new Completion(json, UsageReader.read(tree.path("usage")), written);
    }

    /** Reads an object of a provider. */
    static JsonNode read(String json) throws BadAnswer {
        try {
            var tree = JSON.readTree(json);
            if (tree.isObject()) {
                return tree;
            }
        } catch (JacksonException _) {
            // It might hold anything, so that its message is not passed on.
        }
        throw new BadAnswer("The answer is no JSON object.");
    }

    /** Counts the bytes of the texts that a message, or a part of one, adds. */
    static long textBytes(JsonNode message) {
        if (message.isString()) {
            return message.asString().getBytes(StandardCharsets.UTF_8).length;
        }
        long bytes = message.isArray()
                ? message.valueStream().mapToLong(Completion::textBytes).sum()
                : 0;
        for (var field : message.properties()) {
            bytes += NOT_WRITTEN.contains(field.getKey()) ? 0 : textBytes(field.getValue());
        }
        return bytes;
    }

    /** Returns the reported usage, or an estimate by the size of request and answer. */
    TokenUsage usageOr(long requestBytes) {
        return usage == null ? TokenUsage.estimated(requestBytes, textBytes) : usage;
    }
}
