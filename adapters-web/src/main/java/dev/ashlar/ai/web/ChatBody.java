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
 *
 * @param facts what was read of the body
 * @param model place of the model's name
 * @param streamOptions place of the options of the stream; null if there are none
 */
record ChatBody(
        byte[] json, ChatFacts facts, Slice model, @Nullable Slice streamOptions) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String INCLUDE_USAGE = "include_usage";

    /** Reads a body, or refuses what is wrong with it as {@link ChatBodyReader} says. */
    static ChatBody read(byte[] json) {
        return new ChatBodyReader(json).read();
    }

    CallEstimate estimate() {
        return new CallEstimate(
                json.length - facts.imageBytes(), facts.images(), facts.choices(), facts.maxCompletionTokens());
    }

    /** Returns the body for a provider that knows the model by this name. Of a stream the usage is asked for. */
    byte[] forProvider(String modelName) {
        var replaced = new Replacement(model, JSON.writeValueAsBytes(modelName));
        if (!facts.stream() || facts.includesUsage()) {
            return replace(List.of(replaced));
        }
        var options = streamOptions == null
                ? new Replacement(
                        new Slice(facts.start(), facts.start()),
                        ("\"stream_options\":{\"" + INCLUDE_USAGE + "\":true},").getBytes(StandardCharsets.US_ASCII))
                : new Replacement(streamOptions, withUsage(streamOptions));
        return replace(options.slice().from() < model.from() ? List.of(options, replaced) : List.of(replaced, options));
    }

    private byte[] withUsage(Slice place) {
        var options = JSON.readTree(json, place.from(), place.length());
        var asking = options instanceof ObjectNode object ? object : JSON.createObjectNode();
        return JSON.writeValueAsBytes(asking.put(INCLUDE_USAGE, true));
    }

    private byte[] replace(List<Replacement> inOrder) {
        var changed = new ByteArrayOutputStream(json.length + 128);
        int at = 0;
        for (var replacement : inOrder) {
            changed.write(json, at, replacement.slice().from() - at);
            changed.writeBytes(replacement.bytes());
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

    private record Replacement(Slice slice, byte[] bytes) {}
}
