package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProvider;
import dev.ashlar.ai.domain.ChatExchange;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.ProviderSecret;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.application.Workflow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completion of chats by the first provider that answers. Each attempt has a transaction before it and one after it. */
@Workflow
public class ChatWorkflow {
    private static final Logger LOG = LoggerFactory.getLogger(ChatWorkflow.class);

    private final ChatService service;
    private final ProviderSecrets secrets;
    private final IdSource ids;

    ChatWorkflow(ChatService service, ProviderSecrets secrets, IdSource ids) {
        this.service = service;
        this.secrets = secrets;
        this.ids = ids;
    }

    /** Completes a chat. Refuses it if no provider may be called for it, or none has answered. */
    public void complete(Actor actor, ChatExchange chat) {
        @Nullable DomainException refusal = null;
        for (var provider : service.candidates(actor, chat.model())) {
            if (!chat.admits(provider)) {
                continue;
            }
            try {
                if (attempt(actor, chat, provider)) {
                    return;
                }
            } catch (DomainException refused) { // another provider may have a budget or need no price
                refusal = refusal == null ? refused : refusal;
            }
        }
        throw refusal == null ? unavailable("the providers of the model " + chat.model()) : refusal;
    }

    /** Returns true if the client has its answer. */
    private boolean attempt(Actor actor, ChatExchange chat, AiProvider provider) {
        var id = new InteractionId(ids.next());
        var origin =
                new InteractionOrigin(provider.id(), chat.model(), actor.userId(), actor.platform(), chat.traceId());
        var secret = prepare(chat, provider, id, origin);
        var attempt = chat.send(provider, id, secret);
        record(attempt.interaction(id, origin));
        return attempt.isFinal();
    }

    private @Nullable ProviderSecret prepare(
            ChatExchange chat, AiProvider provider, InteractionId id, InteractionOrigin origin) {
        try {
            var secret = secretOf(provider);
            service.begin(id, origin, provider.policy().unpricedCalls(), chat.estimate());
            return secret;
        } catch (RuntimeException notSent) {
            chat.skip(provider);
            throw notSent;
        }
    }

    private @Nullable ProviderSecret secretOf(AiProvider provider) {
        try {
            return secrets.open(provider);
        } catch (IllegalStateException sealed) {
            LOG.error(
                    "Secret of a provider does not open provider={}",
                    provider.id().value(),
                    sealed);
            throw unavailable("a provider");
        }
    }

    private static DomainException unavailable(String who) {
        return AiProblem.PROVIDER_UNAVAILABLE.because("No answer came from " + who + ". Try again in a few seconds.");
    }

    /** Lets a failure to record pass, because the client already has the answer. What was held is freed when it expires. */
    private void record(Interaction attempt) {
        try {
            service.end(attempt);
        } catch (RuntimeException lost) {
            LOG.error(
                    "Interaction not recorded interaction={} usage={}",
                    attempt.id().value(),
                    attempt.usage(),
                    lost);
        }
    }
}
