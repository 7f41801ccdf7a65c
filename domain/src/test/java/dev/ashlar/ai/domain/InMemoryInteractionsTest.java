// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

class InMemoryInteractionsTest extends InteractionsContract {
    private final InMemoryInteractions interactions = new InMemoryInteractions();

    @Override
    protected Interactions interactions() {
        return interactions;
    }

    @Override
    protected AiProviderId newProvider() {
        return SampleInteractions.newProvider();
    }

    @Override
    protected InteractionStatus statusOf(InteractionId id) {
        return interactions.find(id).orElseThrow().result().status();
    }

    @Override
    protected List<@Nullable String> contentsOf(InteractionId id) {
        var call = interactions.find(id).orElseThrow();
        return Arrays.asList(call.request(), call.response(), call.origin().traceId());
    }

    @Override
    protected @Nullable String errorOf(InteractionId id) {
        return interactions.find(id).orElseThrow().result().error();
    }
}
