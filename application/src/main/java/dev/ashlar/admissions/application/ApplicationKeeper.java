// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.ApplicationEvent;
import dev.ashlar.admissions.domain.ApplicationEvents;
import dev.ashlar.admissions.domain.Applications;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.UserId;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applications as the services of this package find and change them, in their transactions. */
@Component
class ApplicationKeeper {
    private final Applications applications;
    private final ApplicationEvents events;
    private final InstantSource clock;

    ApplicationKeeper(Applications applications, ApplicationEvents events, InstantSource clock) {
        this.applications = applications;
        this.events = events;
        this.clock = clock;
    }

    /** Locks an application of the actor; those of others are never locked. */
    Application lockOwn(Actor actor, ApplicationId id) {
        return lock(id, application -> isOwn(actor, application));
    }

    /** Locks an application that the actor may see: an own one, or any for sales and administrators. */
    Application lockVisible(Actor actor, ApplicationId id) {
        return lock(id, application -> isVisible(actor, application));
    }

    /** Locks an application for a change that nobody makes. */
    Application lock(ApplicationId id) {
        return lock(id, _ -> true);
    }

    static boolean isVisible(Actor actor, Application application) {
        return Staff.includes(actor) || isOwn(actor, application);
    }

    private static boolean isOwn(Actor actor, Application application) {
        return application.userId().equals(actor.userId());
    }

    private Application lock(ApplicationId id, Predicate<Application> isPermitted) {
        return applications
                .find(id)
                .filter(isPermitted)
                .flatMap(found -> applications.lock(id))
                .orElseThrow(() -> notFound(id));
    }

    /**
     * Stores a change of status of a locked application, and its event.
     *
     * @param actor null for a change that nobody makes
     */
    Application move(@Nullable UserId actor, Application previous, Application next, @Nullable String note) {
        var now = clock.instant();
        store(previous, next);
        events.insert(ApplicationEvent.of(previous, next, actor, note, now));
        return next;
    }

    /** Stores a change of a locked application that leaves its status. */
    void store(Application previous, Application next) {
        if (!applications.change(next, previous.version(), clock.instant())) {
            throw KernelProblem.BUSY.because(
                    "Application " + next.applicationNo() + " changed at the same moment. Read it and try again.");
        }
    }

    static DomainException notFound(ApplicationId id) {
        return AdmissionsProblem.APPLICATION_NOT_FOUND.because(
                "Application " + id.value() + " does not exist or belongs to another user.");
    }
}
