// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.domain.CallEstimate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Body of a request for a completion. A provider gets the bytes of the client with two values replaced, so that fields that nobody knows
 * here reach the provider as they are.
 */
final class ChatBody {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INCLUDE_USAGE = "include_usage";

    private final byte[] json;
    private final ChatFacts facts;
    private final Slice model;
    private final @Nullable Slice streamOptions;

    /**
     * Makes a body of what was read of it.
     *
     * @param model place of the model's name
     * @param streamOptions place of the options of the stream; null if there are none
     */
    ChatBody(byte[] json, ChatFacts facts, Slice model, @Nullable Slice streamOptions) {
        this.json = json;
        this.facts = facts;
        this.model = model;
        this.streamOptions = streamOptions;
    }

    /** Reads a body, or refuses what is wrong with it as {@link ChatBodyReader} says. */
    static ChatBody read(byte[] json) {
        return new ChatBodyReader(json).read();
    }

    ChatFacts facts() {
        return facts;
    }

    int size() {
        return json.length;
    }

    /** Returns the body as the client has sent it. */
    String text() {
        return new String(json, StandardCharsets.UTF_8);
    }

    CallEstimate estimate() {
        return new CallEstimate(
                json.length - facts.imageBytes(), facts.images(), facts.choices(), facts.maxCompletionTokens());
    }

    /** Returns the body for a provider that knows the model by this name. Of a stream the usage is asked for. */
    byte[] forProvider(String modelName) {
        var replaced = new Replacement(model, JSON.writeValueAsString(modelName));
        if (!facts.stream() || facts.includesUsage()) {
            return replace(List.of(replaced));
        }
        var options = streamOptions == null
                ? new Replacement(
                        new Slice(facts.start(), facts.start()), "\"stream_options\":{\"" + INCLUDE_USAGE + "\":true},")
                : new Replacement(streamOptions, withUsage(streamOptions));
        return replace(options.slice().from() < model.from() ? List.of(options, replaced) : List.of(replaced, options));
    }

    private String withUsage(Slice place) {
        var options = JSON.readTree(json, place.from(), place.length());
        var asking = options instanceof ObjectNode object ? object : JSON.createObjectNode();
        return JSON.writeValueAsString(asking.put(INCLUDE_USAGE, true));
    }

    private byte[] replace(List<Replacement> inOrder) {
        var changed = new ByteArrayOutputStream(json.length + 128);
        int at = 0;
        for (var replacement : inOrder) {
            changed.write(json, at, replacement.slice().from() - at);
            changed.writeBytes(replacement.text().getBytes(StandardCharsets.UTF_8));
            at = replacement.slice().to();
        }
        changed.write(json, at, json.length - at);
        return changed.toByteArray();
    }

    /** Part of the body, from a byte on and up to another one. */
    record Slice(int from, int to) {
        int length() {
            return to - from;
        }
    }

    private record Replacement(Slice slice, String text) {}
}
