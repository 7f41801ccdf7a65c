package dev.ashlar.ai.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import dev.ashlar.ai.application.ChatWorkflow;
import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.AuthType;
import dev.ashlar.ai.domain.ChatAttempt;
import dev.ashlar.ai.domain.ChatExchange;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.ProviderEndpoint;
import dev.ashlar.ai.domain.ProviderPolicy;
import dev.ashlar.ai.domain.ProviderRank;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.ai.domain.ProviderSettings;
import dev.ashlar.ai.domain.ProviderTimeouts;
import dev.ashlar.ai.domain.ProviderType;
import dev.ashlar.ai.domain.ServedModel;
import dev.ashlar.ai.domain.UnpricedCalls;
import dev.ashlar.kernel.IdSource;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Workflow of a test: it tries providers in turn as the real one does, and remembers the attempts. */
final class Chats {
    static final String SECRET = "sk-very-secret";
    static final String PATH = "/api/v1/ai/v1/chat/completions";
    static final String HELLO = """
            {"model":"gpt","messages":[{"role":"user","content":"Hello"}]}""";
    static final String STREAMED = """
            {"model":"gpt","messages":[{"role":"user","content":"Hello"}],"stream":true}""";

    final List<ChatAttempt> attempts = new CopyOnWriteArrayList<>();

    /** Lets the workflow try these providers. */
    void through(ChatWorkflow workflow, AiProvider... providers) {
        doAnswer(call -> {
                    complete(call.getArgument(1), providers);
                    return null;
                })
                .when(workflow)
                .complete(any(), any());
    }

    private void complete(ChatExchange chat, AiProvider... providers) {
        for (var provider : providers) {
            if (chat.admits(provider)) {
                var id = new InteractionId(IdSource.timeOrdered().next());
                attempts.add(chat.send(provider, id, new ProviderSecret(SECRET)));
                if (attempts.getLast().isFinal()) {
                    return;
                }
            }
        }
        throw AiProblem.PROVIDER_UNAVAILABLE.because("No answer came.");
    }

    static AiProvider provider(String url) {
        return provider(url, ProviderTimeouts.DEFAULT);
    }

    static AiProvider provider(String url, ProviderTimeouts timeouts) {
        return provider(new ProviderEndpoint(
                ProviderType.COMPATIBLE,
                url,
                AuthType.BEARER,
                true,
                new ProviderSettings(List.of(new ServedModel("gpt", "real-name")), null, timeouts)));
    }

    static AiProvider provider(ProviderEndpoint endpoint) {
        var now = Instant.parse("2026-01-31T09:30:00Z");
        return new AiProvider(
                new AiProviderId(UUID.randomUUID()),
                "Provider",
                endpoint,
                new ProviderPolicy(ContentPolicy.FULL, UnpricedCalls.REFUSE),
                new ProviderRank(1, true, false),
                now,
                now,
                0);
    }
}
