// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.ChatCandidate;
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
    private final IdSource ids;

    ChatWorkflow(ChatService service, IdSource ids) {
        this.service = service;
        this.ids = ids;
    }

    /** Completes a chat. Refuses it if no provider may be called for it, or none has answered. */
    public void complete(Actor actor, ChatExchange chat) {
        @Nullable DomainException refusal = null;
        for (var candidate : service.candidates(actor, chat.model())) {
            if (!chat.admits(candidate.provider())) {
                continue;
            }
            try {
                if (attempt(actor, chat, candidate)) {
                    return;
                }
            } catch (DomainException refused) { // another provider may have a budget or need no price
                refusal = refusal == null ? refused : refusal;
            }
        }
        throw refusal == null ? ChatService.unavailable("the providers of the model " + chat.model()) : refusal;
    }

    /** Returns true if the client has its answer. */
    private boolean attempt(Actor actor, ChatExchange chat, ChatCandidate candidate) {
        var provider = candidate.provider();
        var id = InteractionId.ofCallThroughAshlar(ids.next());
        var origin =
                new InteractionOrigin(provider.id(), chat.model(), actor.userId(), actor.platform(), chat.traceId());
        var secret = begin(chat, candidate, id, origin);
        var attempt = chat.send(provider, id, secret);
        record(attempt.interaction(id, origin));
        return attempt.isFinal();
    }

    private @Nullable ProviderSecret begin(
            ChatExchange chat, ChatCandidate candidate, InteractionId id, InteractionOrigin origin) {
        try {
            return service.begin(candidate, id, origin, chat.estimate());
        } catch (RuntimeException notSent) {
            chat.skip(candidate.provider());
            throw notSent;
        }
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
