package dev.ashlar.bootstrap.demo;

import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.application.AdmissionService;
import dev.ashlar.admissions.application.BatchService;
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

/** Open batch of a course, and the student's application for it with a discount request. Added where there is no batch yet. */
@Component
@Order(DemoOrder.BELONGINGS)
class DemoAdmissions extends DemoSeed {
    private static final String COURSE = "data-analytics";
    private static final BatchPlan PLAN =
            new BatchPlan("data-2027-spring", LocalDate.of(2027, 3, 1), LocalDate.of(2027, 8, 31));
    private static final int CAPACITY = 30;

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
        courses.courses(admin, new PageRequest(PageRequest.MAX_LIMIT, null)).items().stream()
                .filter(course -> course.code().equals(COURSE))
                .filter(course -> batches.batches(course.id(), PageRequest.first())
                        .items()
                        .isEmpty())
                .findFirst()
                .ifPresent(course -> open(admin, course.id()));
    }

    private void open(Actor admin, CourseId course) {
        var batch = batches.create(admin, course, PLAN, CAPACITY);
        var open = new BatchEdit(Change.keep(), Change.keep(), Change.keep(), Change.to(BatchStatus.OPEN));
        batches.edit(admin, batch.id(), batch.version(), open);
        var student = people.actor(DemoPerson.STUDENT);
        var application = admissions.create(student, new Choice(course, batch.id(), null));
        admissions.submit(student, application.id());
        discounts.request(student, application.id(), Money.of("1500.00", "EUR"));
    }
}
