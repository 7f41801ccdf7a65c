// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.provider;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Request for a completion, with what the fake provider makes of it. */
record FakePrompt(JsonNode request, int bytes) {
    private static final int BYTES_A_TOKEN = 4;

    String model() {
        return request.path("model").asString("");
    }

    boolean isStream() {
        return request.path("stream").asBoolean(false);
    }

    /** True if the client asks for the usage at the end of its stream. */
    boolean wantsUsage() {
        return request.at("/stream_options/include_usage").asBoolean(false);
    }

    int choices() {
        return Math.clamp(request.path("n").asInt(1), 1, 8);
    }

    int promptTokens() {
        return bytes / BYTES_A_TOKEN + 1;
    }

    /** Returns the text of the last message. */
    String text() {
        var content = last().path("content");
        return content.isString() ? content.asString() : String.join(" ", content.findValuesAsString("text"));
    }

    /** Returns the name of the first tool, which the fake provider calls whenever a user offers one; an empty text if there is none. */
    String tool() {
        return last().path("role").asString("").equals("user")
                ? request.at("/tools/0/function/name").asString("")
                : "";
    }

    /** Returns the words of the answer, each with the blank before it. */
    List<String> words(FakeBehavior behavior) {
        if (behavior.words() > 0) {
            return IntStream.range(0, behavior.words())
                    .mapToObj(number -> number == 0 ? "word" : " word")
                    .toList();
        }
        int images = last().path("content").findValues("image_url").size();
        var seen = images == 0 ? "" : "I see images: " + images + ". ";
        return List.of((seen + "You said: " + text()).split("(?= )", -1));
    }

    private JsonNode last() {
        var messages = request.path("messages");
        return messages.path(messages.size() - 1);
    }
}
