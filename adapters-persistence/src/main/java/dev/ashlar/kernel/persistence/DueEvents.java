// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.OutstandingEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ResourceLoader;
import org.springframework.modulith.events.core.EventPublicationRepository;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import tools.jackson.core.JacksonException;

/**
 * Failed events that are due for another attempt, in the form of Spring Modulith. Its own query returns the oldest failed ones, due or not,
 * so that a thousand that were given up would be all that it finds.
 */
@Component
final class DueEvents {
    private static final Logger LOG = LoggerFactory.getLogger(DueEvents.class);

    private final EventSerializer serializer;
    private final ResourceLoader loader;
    private final InstantSource clock;

    DueEvents(EventSerializer serializer, ResourceLoader loader, InstantSource clock) {
        this.serializer = serializer;
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * Returns the events without those that this version cannot read. For these the attempt counts in the registry, so that they are given up
     * as well, and are not all that the next batch holds.
     */
    List<TargetEventPublication> readable(List<OutstandingEvent> due, EventPublicationRepository registry) {
        var readable = new ArrayList<TargetEventPublication>();
        for (var stored : due) {
            read(stored)
                    .ifPresentOrElse(
                            event -> readable.add(new DueEvent(stored, event)),
                            () -> registry.markResubmitted(stored.id().value(), clock.instant()));
        }
        return readable;
    }

    private Optional<Object> read(OutstandingEvent stored) {
        try {
            return Optional.of(serializer.deserialize(
                    stored.payload(), ClassUtils.forName(stored.eventType(), loader.getClassLoader())));
        } catch (ClassNotFoundException | JacksonException unknown) {
            LOG.error("Event unreadable event={} type={}", stored.id().value(), stored.eventType(), unknown);
            return Optional.empty();
        }
    }

    private record DueEvent(OutstandingEvent stored, Object event) implements TargetEventPublication {
        @Override
        public UUID getIdentifier() {
            return stored.id().value();
        }

        @Override
        public Object getEvent() {
            return event;
        }

        @Override
        public PublicationTargetIdentifier getTargetIdentifier() {
            return PublicationTargetIdentifier.of(stored.listener());
        }

        @Override
        public Instant getPublicationDate() {
            return stored.publishedAt();
        }

        @Override
        public Instant getLastResubmissionDate() {
            return stored.lastAttemptAt();
        }

        @Override
        public int getCompletionAttempts() {
            return stored.attempts();
        }

        @Override
        public Status getStatus() {
            return Status.FAILED;
        }

        @Override
        public Optional<Instant> getCompletionDate() {
            return Optional.empty();
        }

        @Override
        public void markCompleted(Instant at) {
            // The row in the database is what counts.
        }
    }
}
