// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.domain;

import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@link Interactions} without a database. */
public final class InMemoryInteractions implements Interactions {
    private final Map<InteractionId, Interaction> stored = new HashMap<>();
    private final Set<UserId> erased = new HashSet<>();
    private final Set<UserId> cleared = new HashSet<>();

    @Override
    public Set<InteractionId> insert(List<Interaction> interactions) {
        var news = new HashSet<InteractionId>();
        for (var interaction : interactions) {
            var kept = erased.contains(interaction.origin().userId()) ? cleared(interaction) : interaction;
            if (stored.putIfAbsent(interaction.id(), kept) == null) {
                news.add(interaction.id());
            }
        }
        return news;
    }

    @Override
    public boolean change(
            InteractionId id, @Nullable UserId owner, InteractionStatus status, @Nullable String error, Instant now) {
        var found = find(id).filter(call -> call.result().status() == InteractionStatus.PENDING)
                .filter(call -> owner == null || call.origin().userId().equals(owner));
        found.map(call -> with(call, status, error))
                .map(call -> erased.contains(call.origin().userId()) ? cleared(call) : call)
                .ifPresent(call -> stored.put(id, call));
        return found.isPresent();
    }

    @Override
    public int process(InteractionFilter filter, int limit, Instant now) {
        var batch = stored.values().stream()
                .filter(call -> call.result().status() == InteractionStatus.PENDING && meets(call, filter))
                .sorted(Comparator.comparing(Interaction::createdAt))
                .limit(limit)
                .toList();
        batch.forEach(call -> stored.put(call.id(), with(call, InteractionStatus.PROCESSED, null)));
        return batch.size();
    }

    @Override
    public void markErased(UserId person, Instant now) {
        erased.add(person);
    }

    @Override
    public Set<UserId> notErased(Collection<UserId> people) {
        return people.stream().filter(person -> !erased.contains(person)).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<InteractionId> clear(UserId person, @Nullable InteractionId after, int limit, Instant now) {
        var batch = stored.values().stream()
                .sorted(Comparator.comparing(call -> call.id().value().toString()))
                .filter(call -> call.origin().userId().equals(person))
                .filter(call -> after == null
                        || call.id().value().toString().compareTo(after.value().toString()) > 0)
                .filter(call -> !cleared(call).equals(call))
                .limit(limit)
                .toList();
        batch.forEach(call -> stored.put(call.id(), cleared(call)));
        return batch.isEmpty() ? Optional.empty() : Optional.of(batch.getLast().id());
    }

    @Override
    public void markCleared(UserId person, Instant now) {
        cleared.add(person);
    }

    @Override
    public Set<UserId> notCleared(Collection<UserId> people) {
        return people.stream().filter(person -> !cleared.contains(person)).collect(Collectors.toUnmodifiableSet());
    }

    public Optional<Interaction> find(InteractionId id) {
        return Optional.ofNullable(stored.get(id));
    }

    /** Returns all interactions in no order. */
    public List<Interaction> all() {
        return List.copyOf(stored.values());
    }

    private static boolean meets(Interaction call, InteractionFilter filter) {
        var origin = call.origin();
        return (filter.userId() == null || origin.userId().equals(filter.userId()))
                && (filter.providerId() == null || origin.providerId().equals(filter.providerId()))
                && (filter.model() == null || origin.model().equals(filter.model()))
                && (filter.from() == null || !call.createdAt().isBefore(filter.from()))
                && (filter.to() == null || call.createdAt().isBefore(filter.to()));
    }

    private static Interaction with(Interaction call, InteractionStatus status, @Nullable String error) {
        var before = call.result();
        var result = new CallResult(status, before.statusCode(), error, before.responseTimeMs(), before.ttftMs());
        return new Interaction(
                call.id(), call.origin(), result, call.usage(), call.costUsd(), call.request(), call.response());
    }

    private static Interaction cleared(Interaction call) {
        var before = call.origin();
        var origin =
                new InteractionOrigin(before.providerId(), before.model(), before.userId(), before.platform(), null);
        var error = call.result().error() == null ? null : "Deleted with the account";
        var anonymous = new Interaction(call.id(), origin, call.result(), call.usage(), call.costUsd(), null, null);
        return with(anonymous, call.result().status(), error);
    }
}
