// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.web;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.web.LongAnswers;
import dev.ashlar.kernel.web.Refuses;
import dev.ashlar.kernel.web.Retry;
import dev.ashlar.kernel.web.RetryEffect;
import dev.ashlar.kernel.web.limits.ArrivedRequest;
import dev.ashlar.kernel.web.limits.RateLimited;
import dev.ashlar.kernel.web.problem.Traces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.WebUtils;

@RestController
@Tag(name = "AI for clients of OpenAI", description = ChatController.ABOUT)
class ChatController {
    static final String PATH = OpenAiErrorForm.ROOT + "chat/completions";
    static final String ABOUT =
            "Client libraries of OpenAI work with the base URL /api/v1/ai/v1 and an access token as the API key. Errors"
                    + " have the form of OpenAI.";

    private final ChatWorkflow chats;
    private final ProviderClient client;
    private final ProviderBreakers breakers;
    private final OpenCalls calls;
    private final LargeAnswers largeAnswers;
    private final Traces traces;

    ChatController(
            ChatWorkflow chats,
            ProviderClient client,
            ProviderBreakers breakers,
            OpenCalls calls,
            LargeAnswers largeAnswers,
            Traces traces) {
        this.chats = chats;
        this.client = client;
        this.breakers = breakers;
        this.calls = calls;
        this.largeAnswers = largeAnswers;
        this.traces = traces;
    }

    @PostMapping(
            path = PATH,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
    @RateLimited(RateLimited.Kind.CHAT)
    @Retry(RetryEffect.REPEATED)
    @Operation(
            summary = "Complete a chat",
            description =
                    "The request goes to the first provider that answers, with all its fields, and the answer comes back as the"
                            + " provider sends it: in one piece, or with stream as events that end with [DONE]. A stream that breaks off ends with"
                            + " an event that has an error. x-request-id is the id of the interaction. Needs a verified email address.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = ChatCompletionRequest.class))))
    @ApiResponse(
            responseCode = "200",
            description = "The completion.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = ChatCompletionRequest.Answer.class)),
                @Content(
                        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject(ChatCompletionRequest.STREAM))
            })
    @Refuses({
        "ai.budget-exceeded",
        "ai.model-not-found",
        "ai.model-unpriced",
        "ai.provider-unavailable",
        "auth.forbidden"
    })
    void completeChat(Actor actor, HttpServletRequest request, HttpServletResponse response) {
        var arrived = WebUtils.getNativeRequest(request, ArrivedRequest.class);
        var body = ChatBody.read(arrived == null ? new byte[0] : arrived.body());
        var traceId = traces.of(request).traceId();
        LongAnswers.begin(request, response, connection -> {
            var answer = new ClientAnswer(connection, response);
            try (var memory = largeAnswers.share(actor.userId())) {
                var chat = new HttpChatExchange(client, breakers, body, answer, traceId, memory);
                calls.run(actor.userId(), body.size(), () -> chats.complete(actor, chat));
            }
        });
    }
}
