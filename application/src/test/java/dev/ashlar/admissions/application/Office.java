// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.SeatOffered;
import dev.ashlar.admissions.domain.AdmissionsStores;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.InMemoryAdmissions;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.admissions.domain.Seats;
import dev.ashlar.identity.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mockito.Mockito;

/** Services of admissions over stores in memory, with a clock that tests move. */
class Office {
    final InMemoryAdmissions stores = new InMemoryAdmissions();
    final List<Object> events = new ArrayList<>();
    final People people = Mockito.mock(People.class);
    final Actor student = actor(Role.STUDENT);
    final Actor sales = actor(Role.SALES);
    final Actor admin = actor(Role.ADMIN);

    private final AdmissionsStores ports = stores.ports();
    private final InMemoryViews views = new InMemoryViews(stores);
    private final IdSource ids = IdSource.timeOrdered();
    private Instant now = Intake.NOW;

    private final SeatKeeper seats = new SeatKeeper(ports.batches(), ports.applications(), events::add, () -> now);
    private final ApplicationKeeper keeper = new ApplicationKeeper(ports.applications(), ports.events(), () -> now);
    private final ApplicationChoices choices =
            new ApplicationChoices(ports.courses(), ports.batches(), ports.colleges(), ids, () -> now);
    final CourseService courses = new CourseService(ports.courses(), views, ids, () -> now);
    final CollegeService colleges = new CollegeService(ports.colleges(), views, ids, () -> now);
    final BatchService batches =
            new BatchService(ports.batches(), ports.enrollments(), views, seats, people, ids, () -> now);
    final AdmissionService admissions = new AdmissionService(
            ports.applications(), ports.events(), keeper, choices, ports.discounts(), views, events::add, () -> now);
    final ReviewService reviews = new ReviewService(keeper, ports.discounts(), () -> now);
    final EnrollmentService enrollments =
            new EnrollmentService(keeper, seats, ports.enrollments(), ports.discounts(), events::add, ids, () -> now);
    final DiscountService discounts =
            new DiscountService(ports.discounts(), keeper, views, events::add, ids, () -> now);
    final SeatHousekeeping housekeeping = new SeatHousekeeping(ports.applications(), ports.batches(), seats, () -> now);

    static Actor actor(Role role) {
        return new Actor(Intake.user(), role, "lms");
    }

    Instant now() {
        return now;
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    /** Creates an open batch of a new course. */
    BatchView openBatch(int capacity) {
        var course = courses.create(admin, Intake.code(), "Data analytics", Intake.PRICE);
        var batch = batches.create(admin, course.id(), Intake.plan(), capacity);
        return batches.edit(admin, batch.id(), 0, Intake.to(BatchStatus.OPEN));
    }

    ApplicationId draft(Actor applicant, BatchView batch) {
        return admissions
                .create(applicant, new Choice(batch.courseId(), batch.id(), null))
                .id();
    }

    ApplicationId submitted(Actor applicant, BatchView batch) {
        var id = draft(applicant, batch);
        admissions.submit(applicant, id);
        return id;
    }

    ApplicationId accepted(Actor applicant, BatchView batch) {
        var id = submitted(applicant, batch);
        reviews.begin(sales, id);
        reviews.accept(sales, id, null);
        return id;
    }

    ApplicationId enrolled(Actor applicant, BatchView batch) {
        var id = accepted(applicant, batch);
        enrollments.enroll(applicant, id, false);
        return id;
    }

    /** Puts a new applicant on the waiting list, a second after the one before. */
    ApplicationId waiting(Actor applicant, BatchView batch) {
        wait(Duration.ofSeconds(1));
        var id = accepted(applicant, batch);
        enrollments.waitlist(applicant, id);
        return id;
    }

    Application file(ApplicationId id) {
        return ports.applications().find(id).orElseThrow();
    }

    Seats seats(BatchView batch) {
        return ports.batches().find(batch.id()).orElseThrow().seats();
    }

    /** Returns the applications to which seats were offered, in the order of the offers. */
    List<ApplicationId> offers() {
        return events.stream()
                .filter(SeatOffered.class::isInstance)
                .map(event -> ((SeatOffered) event).applicationId())
                .toList();
    }
}
