// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.demo;

import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.application.AdmissionService;
import dev.ashlar.admissions.application.ApplicationView;
import dev.ashlar.admissions.application.BatchService;
import dev.ashlar.admissions.application.BatchView;
import dev.ashlar.admissions.application.CourseService;
import dev.ashlar.admissions.application.DiscountService;
import dev.ashlar.admissions.domain.BatchEdit;
import dev.ashlar.admissions.domain.BatchPlan;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Change;
import dev.ashlar.kernel.Money;
import dev.ashlar.kernel.PageRequest;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Open batch of a course, and the student's application for it with a discount request. Each step is taken where it is missing, so
 * that a seed that was broken off is completed; what people have done since stays.
 */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoAdmissions extends DemoSeed {
    private static final String COURSE = "data-analytics";
    private static final BatchPlan PLAN =
            new BatchPlan("data-2027-spring", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 8, 31));
    private static final int CAPACITY = 30;
    private static final PageRequest MOST = new PageRequest(PageRequest.MAX_LIMIT, null);

    private final DemoPeople people;
    private final CourseService courses;
    private final BatchService batches;
    private final AdmissionService admissions;
    private final DiscountService discounts;

    DemoAdmissions(
            DemoPeople people,
            CourseService courses,
            BatchService batches,
            AdmissionService admissions,
            DiscountService discounts) {
        super("demo admissions");
        this.people = people;
        this.courses = courses;
        this.batches = batches;
        this.admissions = admissions;
        this.discounts = discounts;
    }

    @Override
    public void run() {
        var admin = people.actor(DemoPerson.ADMIN);
        courses.list(admin, MOST).items().stream()
                .filter(course -> course.code().equals(COURSE))
                .findFirst()
                .ifPresent(course -> open(admin, course.id()));
    }

    private void open(Actor admin, CourseId course) {
        var known = batches.list(course, MOST);
        var demo = known.items().stream()
                .filter(batch -> batch.plan().code().equals(PLAN.code()))
                .findFirst();
        // A course with other batches is in use.
        if (demo.isEmpty() && !known.items().isEmpty()) {
            return;
        }
        var batch = demo.orElseGet(() -> batches.create(admin, course, PLAN, CAPACITY));
        if (batch.status() == BatchStatus.PLANNED) {
            var open = new BatchEdit(Change.keep(), Change.keep(), Change.keep(), Change.to(BatchStatus.OPEN));
            batch = batches.edit(admin, batch.id(), batch.version(), open);
        }
        if (batch.status() == BatchStatus.OPEN) {
            apply(people.actor(DemoPerson.STUDENT), batch);
        }
    }

    private void apply(Actor student, BatchView batch) {
        var applications = admissions.list(student, batch.id(), null, MOST).items();
        if (applications.isEmpty() && admissions.count(student, null, null) == 0) {
            var draft = admissions.create(student, new Choice(batch.courseId(), batch.id(), null));
            requestDiscount(student, admissions.submit(student, draft.id()));
        } else if (applications.size() == 1) {
            complete(student, applications.getFirst());
        }
    }

    private void complete(Actor student, ApplicationView application) {
        switch (application.standing().status()) {
            case DRAFT -> requestDiscount(student, admissions.submit(student, application.id()));
            case SUBMITTED -> requestDiscount(student, application);
            default -> {
                // Reviewed since.
            }
        }
    }

    private void requestDiscount(Actor student, ApplicationView application) {
        if (discounts.count(student, null) == 0) {
            discounts.request(student, application.id(), Money.of("1500.00", "EUR"));
        }
    }
}
