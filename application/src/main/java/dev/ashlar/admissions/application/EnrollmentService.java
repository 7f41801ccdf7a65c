// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationEnrolled;
import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.DiscountRequests;
import dev.ashlar.admissions.domain.Enrollment;
import dev.ashlar.admissions.domain.EnrollmentId;
import dev.ashlar.admissions.domain.Enrollments;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of seats: enroll, wait, withdraw, drop. */
@ApplicationService
public class EnrollmentService {
    private static final String ENDED = "The application was withdrawn.";

    private final ApplicationKeeper keeper;
    private final SeatKeeper seats;
    private final Enrollments enrollments;
    private final DiscountRequests discounts;
    private final ApplicationEventPublisher events;
    private final IdSource ids;
    private final InstantSource clock;

    EnrollmentService(
            ApplicationKeeper keeper,
            SeatKeeper seats,
            Enrollments enrollments,
            DiscountRequests discounts,
            ApplicationEventPublisher events,
            IdSource ids,
            InstantSource clock) {
        this.keeper = keeper;
        this.seats = seats;
        this.enrollments = enrollments;
        this.discounts = discounts;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes a seat for an accepted application: the applicant, sales or an administrator.
     *
     * @param waitIfFull true if the application goes on the waiting list when no seat is free; otherwise it is refused and stays
     *     accepted
     */
    @Transactional
    public ApplicationView enroll(Actor actor, ApplicationId id, boolean waitIfFull) {
        var application = keeper.lockVisible(actor, id);
        var enrolled = application.enrolled();
        if (!seats.take(application)) {
            var refusal = seats.refusal(application.batchId());
            if (!waitIfFull || refusal.type() != AdmissionsProblem.BATCH_FULL) {
                throw refusal;
            }
            var waiting = application.waitlisted(clock.instant());
            seats.requireOpen(application.batchId());
            return view(application, keeper.move(actor.userId(), application, waiting, null));
        }
        var now = clock.instant();
        enrollments.insert(Enrollment.of(new EnrollmentId(ids.next()), application, now));
        discounts.endPending(id, "The applicant was enrolled.", now);
        keeper.move(actor.userId(), application, enrolled, null);
        events.publishEvent(new ApplicationEnrolled(id, application.userId(), application.batchId(), now));
        return view(application, enrolled);
    }

    /**
     * Puts an application on the waiting list of its open batch: an accepted one as its applicant asks, or one that is accepted or
     * under review as another person decides.
     */
    @Transactional
    public ApplicationView waitlist(Actor actor, ApplicationId id) {
        var application = keeper.lockVisible(actor, id);
        var now = clock.instant();
        var next = application.userId().equals(actor.userId())
                ? application.waitlisted(now)
                : application.reviewed(ApplicationStatus.WAITLISTED, actor.userId(), now);
        seats.requireOpen(application.batchId());
        return view(application, keeper.move(actor.userId(), application, next, null));
    }

    /** Withdraws an application of the actor; its seat or offer goes to the waiting list. */
    @Transactional
    public ApplicationView withdraw(Actor actor, ApplicationId id) {
        var application = keeper.lockOwn(actor, id);
        var withdrawn = application.withdrawn();
        return leave(actor.userId(), application, withdrawn, null);
    }

    /** Drops an enrollment and withdraws its application: the applicant, sales or an administrator. */
    @Transactional
    public ApplicationView drop(Actor actor, EnrollmentId id, @Nullable String note) {
        var enrollment = enrollments.find(id).orElseThrow(() -> notFound(id));
        if (!Staff.includes(actor) && !enrollment.userId().equals(actor.userId())) {
            throw notFound(id);
        }
        var application = keeper.lockVisible(actor, enrollment.applicationId());
        enrollment.requireDroppable();
        return leave(actor.userId(), application, application.withdrawn(), note);
    }

    /** Drops the first active enrollment of a person who has deleted the account; returns false if there is none. */
    @Transactional
    public boolean dropNextOf(UserId person) {
        var enrollment = enrollments.findActive(person);
        enrollment
                .map(found -> keeper.lock(found.applicationId()))
                .ifPresent(
                        application -> leave(null, application, application.withdrawn(), "The account was deleted."));
        return enrollment.isPresent();
    }

    private ApplicationView leave(
            @Nullable UserId actor, Application application, Application withdrawn, @Nullable String note) {
        // The batch is locked before the enrollment, as when the batch is completed.
        if (application.status() == ApplicationStatus.ENROLLED) {
            seats.free(application);
            dropEnrollment(application);
        } else if (application.hasOffer()) {
            seats.withdrawOffer(application);
        }
        discounts.endPending(application.id(), ENDED, clock.instant());
        keeper.move(actor, application, withdrawn, note);
        return view(application, withdrawn);
    }

    private void dropEnrollment(Application application) {
        var enrollment = enrollments.findByApplication(application.id()).orElseThrow();
        enrollment.requireDroppable();
        if (!enrollments.drop(enrollment.id(), clock.instant())) {
            throw AdmissionsProblem.ILLEGAL_TRANSITION.because(
                    "The batch ended at the same moment. A completed enrollment cannot be dropped.");
        }
    }

    private static ApplicationView view(Application previous, Application next) {
        return ApplicationView.of(next, previous.version() + 1);
    }

    private static DomainException notFound(EnrollmentId id) {
        return AdmissionsProblem.ENROLLMENT_NOT_FOUND.because(
                "Enrollment " + id.value() + " does not exist or belongs to another user.");
    }
}
