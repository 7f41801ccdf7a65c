// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Error in the shape of OpenAI. */
record OpenAiError(Body error) {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final String SERVER_ERROR = "server_error";

    /** Returns the error of a stream that breaks off. */
    static OpenAiError brokenStream(String reason) {
        return new OpenAiError(new Body(
                reason + " The answer is incomplete. Send the request again.",
                SERVER_ERROR,
                "stream_broken_off",
                null));
    }

    /** Returns the error as an event of a stream. */
    byte[] event() {
        return ("data: " + JSON.writeValueAsString(this) + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Error itself.
     *
     * @param param name of the field that is wrong; null if it is none
     */
    record Body(
            String message,
            String type,
            String code,
            @Nullable String param) {}
}
