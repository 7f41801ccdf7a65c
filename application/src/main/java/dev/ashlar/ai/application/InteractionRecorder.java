// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Budgets;
import dev.ashlar.ai.domain.ContentPolicies;
import dev.ashlar.ai.domain.ContentPolicy;
import dev.ashlar.ai.domain.DirtyHours;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.ai.domain.PriceList;
import dev.ashlar.ai.domain.Prices;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Recording of interactions, the same for calls through Ashlar and for those that clients report. */
@Component
class InteractionRecorder {
    private final Prices prices;
    private final ContentPolicies policies;
    private final Interactions interactions;
    private final DirtyHours dirtyHours;
    private final Budgets budgets;

    InteractionRecorder(
            Prices prices,
            ContentPolicies policies,
            Interactions interactions,
            DirtyHours dirtyHours,
            Budgets budgets) {
        this.prices = prices;
        this.policies = policies;
        this.interactions = interactions;
        this.dirtyHours = dirtyHours;
        this.budgets = budgets;
    }

    /** Records interactions like {@link #record(List, Map)}, under the policies that their providers have now. */
    Set<InteractionId> record(List<Interaction> given) {
        return record(given, policies(given));
    }

    /**
     * Prices and stores interactions, as far as the content policies of their providers allow, and charges their budgets, in the transaction
     * of the caller and at its end. Of interactions with one id the first is stored; those that are stored already change nothing.
     *
     * @param kept policies of the providers, as {@link #policies} returns them
     * @return ids of the interactions that were not stored before
     */
    Set<InteractionId> record(List<Interaction> given, Map<AiProviderId, ContentPolicy> kept) {
        if (given.isEmpty()) {
            return Set.of();
        }
        var byId = new LinkedHashMap<InteractionId, Interaction>();
        given.forEach(interaction -> byId.putIfAbsent(interaction.id(), interaction));
        var allowed = byId.values().stream()
                .map(interaction ->
                        interaction.kept(kept.getOrDefault(interaction.origin().providerId(), ContentPolicy.NONE)))
                .toList();
        var valid = prices(allowed);
        return store(
                allowed.stream().map(interaction -> interaction.priced(valid)).toList());
    }

    private Set<InteractionId> store(List<Interaction> ready) {
        var stored = interactions.insert(ready);
        if (!stored.isEmpty()) {
            var news = ready.stream()
                    .filter(interaction -> stored.contains(interaction.id()))
                    .toList();
            dirtyHours.mark(news.stream().map(Interaction::createdAt).toList());
            budgets.charge(news);
        }
        return stored;
    }

    private PriceList prices(Collection<Interaction> calls) {
        var models =
                calls.stream().map(call -> call.origin().model()).distinct().toList();
        var times = calls.stream().map(Interaction::createdAt).toList();
        return prices.of(models, Collections.min(times), Collections.max(times));
    }

    /** Returns the content policies of the providers of calls; one that does not exist has none. */
    Map<AiProviderId, ContentPolicy> policies(Collection<Interaction> calls) {
        var providers = calls.stream()
                .map(call -> call.origin().providerId())
                .distinct()
                .toList();
        return policies.of(providers).stream()
                .collect(Collectors.toMap(ContentPolicies.Entry::id, ContentPolicies.Entry::contentPolicy));
    }
}
