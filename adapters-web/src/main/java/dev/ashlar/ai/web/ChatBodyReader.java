// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.web.ChatBody.Slice;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.KernelProblem;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reader of the body of a request for a completion, in one pass and without a copy of its texts. */
final class ChatBodyReader {
    static final int MAX_MODEL = 200;
    private static final int MAX_CHOICES = 128;
    private static final int MAX_MESSAGES = 10_000;
    private static final long MAX_TOKENS = 10_000_000;
    private static final String MODEL = "/model";
    private static final JsonFactory JSON = new JsonFactory();

    /** Names of the fields that bound the cost of the call or choose its model. */
    private static final Set<String> READ =
            Set.of("max_completion_tokens", "max_tokens", "messages", "model", "n", "stream", "stream_options");

    private static final Set<String> ANY_CASE = anyCase();

    private final byte[] json;
    private final Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable Slice model;
    private @Nullable Slice streamOptions;
    private String modelName = "";
    private boolean stream;
    private boolean includesUsage;
    private long choices = 1;
    private @Nullable Long maxTokens;
    private @Nullable Long maxCompletionTokens;
    private int messages;
    private int images;
    private long imageBytes;

    ChatBodyReader(byte[] json) {
        this.json = json;
    }

    /** Returns the body, or refuses it with the pointer of the field that is wrong. */
    ChatBody read() {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            require(isUtf8() && parser.nextToken() == JsonToken.START_OBJECT, "", "must be a JSON object in UTF-8");
            int start = end(parser);
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                require(seen.add(name), "/" + name, "must not appear twice, in whatever case");
                requireLowerCase(name);
                parser.nextToken();
                field(name, parser);
            }
            require(parser.nextToken() == null, "", "must be one JSON value");
            return new ChatBody(json, facts(start), required(model, MODEL), streamOptions);
        } catch (JacksonException malformed) {
            var place = malformed.getLocation();
            throw KernelProblem.INVALID_REQUEST.because(
                    place == null
                            ? "The body is not valid JSON."
                            : "The body is not valid JSON: see byte " + place.getByteOffset() + ".");
        }
    }

    private ChatFacts facts(int start) {
        require(messages > 0, "/messages", "must have at least one message");
        return new ChatFacts(
                start, modelName, stream, includesUsage, Math.toIntExact(choices), maxTokens(), images, imageBytes);
    }

    /** Returns the greater one if both limits are there, because some providers know only one of them. */
    private @Nullable Long maxTokens() {
        if (maxTokens == null || maxCompletionTokens == null) {
            return maxTokens == null ? maxCompletionTokens : maxTokens;
        }
        return Math.max(maxTokens, maxCompletionTokens);
    }

    private void field(String name, JsonParser parser) {
        switch (name) {
            case "model" -> model(parser);
            case "messages" -> messages(parser);
            case "stream" -> stream = bool(parser, "/stream");
            case "stream_options" -> streamOptions(parser);
            case "n" -> choices = parser.hasToken(JsonToken.VALUE_NULL) ? 1 : number(parser, "/n", MAX_CHOICES);
            case "max_tokens" -> maxTokens = tokens(parser, "/max_tokens");
            case "max_completion_tokens" -> maxCompletionTokens = tokens(parser, "/max_completion_tokens");
            default -> parser.skipChildren();
        }
    }

    /** Refuses another spelling of a field that is read here, because some providers take it for the field. */
    private static void requireLowerCase(String name) {
        require(READ.contains(name) == ANY_CASE.contains(name), "/" + name, "must be in lower case");
    }

    private void model(JsonParser parser) {
        require(parser.hasToken(JsonToken.VALUE_STRING), MODEL, "must be a string");
        int from = begin(parser);
        modelName = Fields.text(MODEL, parser.getString(), MAX_MODEL);
        model = new Slice(from, end(parser));
    }

    private void messages(JsonParser parser) {
        require(parser.isExpectedStartArrayToken(), "/messages", "must be a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var pointer = "/messages/" + messages;
            require(messages < MAX_MESSAGES, pointer, "must be one of at most " + MAX_MESSAGES + " messages");
            require(parser.isExpectedStartObjectToken(), pointer, "must be an object");
            message(parser);
            messages++;
        }
    }

    /** Counts the images up to the end of a message. */
    private void message(JsonParser parser) {
        for (int depth = 1; depth > 0; ) {
            var token = parser.nextToken();
            if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (token == JsonToken.VALUE_STRING && isImage(parser)) {
                int from = begin(parser);
                parser.finishToken();
                images++;
                imageBytes += end(parser) - from;
            }
        }
    }

    /** True at the text of {@code "image_url": {"url": "…"}} or {@code "image_url": "…"}. Some providers ignore the case of names. */
    private static boolean isImage(JsonParser parser) {
        var place = parser.streamReadContext();
        var name = place.currentName();
        return "image_url".equalsIgnoreCase(name)
                || ("url".equalsIgnoreCase(name)
                        && "image_url".equalsIgnoreCase(place.getParent().currentName()));
    }

    private void streamOptions(JsonParser parser) {
        int from = begin(parser);
        if (parser.isExpectedStartObjectToken()) {
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                parser.nextToken();
                if (name.equals("include_usage")) {
                    includesUsage = bool(parser, "/stream_options/include_usage");
                }
                parser.skipChildren();
            }
        } else {
            require(parser.hasToken(JsonToken.VALUE_NULL), "/stream_options", "must be an object");
        }
        streamOptions = new Slice(from, end(parser));
    }

    private static boolean bool(JsonParser parser, String pointer) {
        require(
                parser.currentToken().isBoolean() || parser.hasToken(JsonToken.VALUE_NULL),
                pointer,
                "must be true or false");
        return parser.hasToken(JsonToken.VALUE_TRUE);
    }

    private static @Nullable Long tokens(JsonParser parser, String pointer) {
        return parser.hasToken(JsonToken.VALUE_NULL) ? null : number(parser, pointer, MAX_TOKENS);
    }

    private static long number(JsonParser parser, String pointer, long max) {
        require(parser.isExpectedNumberIntToken(), pointer, "must be a whole number");
        boolean isHuge = parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER;
        return Fields.within(pointer, isHuge ? Long.MAX_VALUE : parser.getLongValue(), 1, max);
    }

    private static Set<String> anyCase() {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(READ);
        return names;
    }

    private static int begin(JsonParser parser) {
        return Math.toIntExact(parser.currentTokenLocation().getByteOffset());
    }

    private static int end(JsonParser parser) {
        return Math.toIntExact(parser.currentLocation().getByteOffset());
    }

    /** True unless the first bytes are those of another encoding of Unicode, by which places could not be counted in bytes. */
    private boolean isUtf8() {
        for (int at = 0; at < Math.min(json.length, 4); at++) {
            if (json[at] <= 0) {
                return false; // UTF-16, UTF-32 or a byte order mark
            }
        }
        return true;
    }

    private static Slice required(@Nullable Slice place, String pointer) {
        if (place == null) {
            throw Fields.invalid(pointer, "is required");
        }
        return place;
    }

    private static void require(boolean valid, String pointer, String expectation) {
        Fields.require(valid, pointer, expectation);
    }
}
