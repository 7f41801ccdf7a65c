// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Fields of a request for a completion that are read here, for the API description. Providers get all others too.
 *
 * @param model name of a model, as the list of models has it
 * @param stream true for an answer in events
 * @param n number of answers
 * @param maxCompletionTokens most tokens of an answer
 */
record ChatCompletionRequest(
        @Schema(example = "sandbox-small") String model,
        List<ChatMessage> messages,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, example = "false")
        boolean stream,

        @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, example = "1")
        int n,

        @JsonProperty("max_completion_tokens") @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED, example = "100")
        long maxCompletionTokens) {

    /** Example of a stream. */
    static final String STREAM = """
            data: {"id":"chatcmpl-1","object":"chat.completion.chunk","model":"sandbox-small","choices":[{"index":0,"delta":{"content":"Hi"}}]}

            data: [DONE]

            """;

    /** Message of a chat. */
    @Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
    record ChatMessage(
            @Schema(example = "user") String role,
            @Schema(example = "Say hello.") String content) {}

    /** Completion in one piece. Providers may add fields. */
    @Schema(name = "ChatCompletion", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
    record Answer(
            @Schema(example = "chatcmpl-1") String id,
            @Schema(example = "chat.completion") String object,
            @Schema(example = "1769851800") long created,
            @Schema(example = "sandbox-small") String model,
            List<ChatChoice> choices,
            ChatUsage usage) {}

    /** One of the answers. */
    @Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
    record ChatChoice(
            @Schema(example = "0") int index,
            ChatMessage message,

            @JsonProperty("finish_reason") @Schema(example = "stop")
            String finishReason) {}

    /** Tokens of a completion. */
    @Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
    record ChatUsage(
            @JsonProperty("prompt_tokens") @Schema(example = "12")
            long promptTokens,

            @JsonProperty("completion_tokens") @Schema(example = "3")
            long completionTokens,

            @JsonProperty("total_tokens") @Schema(example = "15")
            long totalTokens) {}
}
