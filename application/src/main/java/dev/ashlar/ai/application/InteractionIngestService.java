// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.ai.domain.AiProblem;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionRetention;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.Fields;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.annotation.Transactional;

/** Storing of calls that clients have made elsewhere. Everybody stores own ones, administrators those of all users. */
@ApplicationService
public class InteractionIngestService {
    /** Time by which the clock of a client may be ahead. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final InteractionRecorder recorder;
    private final InteractionViews views;
    private final InteractionRetention retention;
    private final InstantSource clock;

    InteractionIngestService(
            InteractionRecorder recorder, InteractionViews views, InteractionRetention retention, InstantSource clock) {
        this.recorder = recorder;
        this.views = views;
        this.retention = retention;
        this.clock = clock;
    }

    /** Stores an interaction, unless its id is known; returns the stored one. */
    @Transactional
    public IngestedInteraction ingest(Actor actor, Interaction call) {
        requireOwn(actor, List.of(call));
        var policies = recorder.policies(List.of(call));
        refusal(call, policies.keySet()).ifPresent(refusal -> {
            throw refusal;
        });
        boolean isNew = !recorder.record(List.of(call), policies).isEmpty();
        var stored = views.interaction(actor.isAdmin() ? null : actor.userId(), call.id())
                .orElseThrow(() -> AiProblem.INTERACTION_ID_TAKEN.because(
                        "The id " + call.id().value() + " is that of another interaction. Send a new UUIDv7."));
        return new IngestedInteraction(stored, isNew);
    }

    /**
     * Stores the interactions whose ids are not known yet. If one of the lines is not valid, none is stored.
     *
     * @param lines interactions by the numbers of their lines, from 1
     */
    @Transactional
    public IngestedInteractions ingestAll(Actor actor, List<Interaction> lines) {
        requireOwn(actor, lines);
        var policies = recorder.policies(lines);
        var bad = new BadLines();
        for (int index = 0; index < lines.size() && !bad.isFull(); index++) {
            int line = index + 1;
            refusal(lines.get(index), policies.keySet()).ifPresent(refusal -> bad.add(line, refusal));
        }
        bad.refuse();
        int stored = recorder.record(lines, policies).size();
        return new IngestedInteractions(stored, lines.size() - stored);
    }

    private static void requireOwn(Actor actor, List<Interaction> calls) {
        if (calls.stream().anyMatch(call -> !call.origin().userId().equals(actor.userId()))) {
            actor.requireAdmin();
        }
    }

    private Optional<DomainException> refusal(Interaction call, Set<AiProviderId> providers) {
        if (call.id().isOfCallThroughAshlar()) {
            return Optional.of(Fields.invalid(
                    "/id", "must be a UUIDv7 of the client; this one is marked as that of a call through Ashlar"));
        }
        var now = clock.instant();
        var earliest = retention.earliest(now);
        if (call.createdAt().isAfter(now.plus(TOLERANCE)) || call.createdAt().isBefore(earliest)) {
            return Optional.of(Fields.invalid(
                    "/id", "must have the time of the call, from " + earliest + " to five minutes from now"));
        }
        if (!providers.contains(call.origin().providerId())) {
            var provider = call.origin().providerId().value();
            return Optional.of(AiProblem.PROVIDER_NOT_FOUND
                    .because("There is no provider " + provider + ". Send the id of one.")
                    .at("/origin/providerId", "must be the id of a provider"));
        }
        return Optional.empty();
    }
}
