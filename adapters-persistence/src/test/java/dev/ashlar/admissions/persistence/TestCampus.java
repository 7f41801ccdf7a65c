// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.application.BatchView;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.Intake;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches and applications in the database of a test class: filled by the services, read as the owner of the tables. */
final class TestCampus {
    final Actor admin = actor(Role.ADMIN);
    final Actor otherAdmin = actor(Role.ADMIN);
    final Actor sales = actor(Role.SALES);
    private final AdmissionServices services;
    private final FreshDatabase.Switch database;
    private final JdbcClient psql;

    TestCampus(AdmissionServices services, FreshDatabase.Switch database) {
        this.services = services;
        this.database = database;
        this.psql = database.database().psql();
    }

    /** True if a session waits for a lock of another one. */
    boolean isAnyWaiting() {
        return database.database().waiting() > 0;
    }

    static Actor actor(Role role) {
        return new Actor(Intake.user(), role, Actor.DEFAULT_PLATFORM);
    }

    /** Creates an open batch of a new course, whose version is 1. */
    BatchView openBatch(int capacity) {
        var course = services.courses().create(admin, Intake.code(), "Data analytics", Intake.PRICE);
        return openBatch(course.id(), capacity);
    }

    BatchView openBatch(CourseId course, int capacity) {
        var batch = services.batches().create(admin, course, Intake.plan(), capacity);
        return services.batches().edit(admin, batch.id(), 0, Intake.to(BatchStatus.OPEN));
    }

    Applied submitted(BatchView batch) {
        var applicant = actor(Role.STUDENT);
        var id = services.admissions()
                .create(applicant, new Choice(batch.courseId(), batch.id(), null))
                .id();
        services.admissions().submit(applicant, id);
        return new Applied(applicant, id);
    }

    Applied underReview(BatchView batch) {
        var applied = submitted(batch);
        services.reviews().begin(sales, applied.id());
        return applied;
    }

    /** Stores an accepted application, without the review that leads to it. */
    Applied accepted(BatchView batch) {
        var applicant = actor(Role.STUDENT);
        var id = services.admissions()
                .create(applicant, new Choice(batch.courseId(), batch.id(), null))
                .id();
        execute(
                "UPDATE admissions.applications SET status = 'accepted', decided_by = ? WHERE id = ?",
                sales.userId().value(),
                id.value());
        return new Applied(applicant, id);
    }

    List<Applied> accepted(BatchView batch, int count) {
        return Stream.generate(() -> accepted(batch)).limit(count).toList();
    }

    Applied enrolled(BatchView batch) {
        var applied = accepted(batch);
        services.enrollments().enroll(applied.applicant(), applied.id(), false);
        return applied;
    }

    Applied waiting(BatchView batch) {
        var applied = accepted(batch);
        services.enrollments().waitlist(applied.applicant(), applied.id());
        return applied;
    }

    /** Returns the number of successes, after checking that all others were refused for one of these reasons. */
    static long successes(List<? extends Outcome<?>> outcomes, ProblemType... refusals) {
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                refusal -> assertThat(Set.of(refusals)).contains(refusal.type())));
        return outcomes.stream().filter(Outcome::succeeded).count();
    }

    /** Asserts the seats of a batch, and that they agree with its enrollments and offers. */
    void assertSeats(BatchView batch, int enrolled, int offered) {
        var id = batch.id().value();
        assertThat(psql.sql("SELECT enrolled_count, offered_count FROM admissions.batches WHERE id = ?")
                        .param(id)
                        .query()
                        .singleRow())
                .containsEntry("enrolled_count", enrolled)
                .containsEntry("offered_count", offered);
        assertThat(count("admissions.enrollments WHERE status <> 'dropped' AND batch_id = ?", id))
                .isEqualTo(enrolled);
        assertThat(count("admissions.applications WHERE offer_expires_at IS NOT NULL AND batch_id = ?", id))
                .isEqualTo(offered);
        assertThat(count("admissions.applications WHERE status = 'enrolled' AND batch_id = ?", id))
                .isEqualTo(enrolled);
    }

    String statusOf(ApplicationId application) {
        return psql.sql("SELECT status::text FROM admissions.applications WHERE id = ?")
                .param(application.value())
                .query(String.class)
                .single();
    }

    long count(String fromWhere, Object... parameters) {
        return psql.sql("SELECT count(*) FROM " + fromWhere)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    void execute(String sql, Object... parameters) {
        psql.sql(sql).params(parameters).update();
    }

    /** Application with its applicant. */
    record Applied(Actor applicant, ApplicationId id) {}
}
