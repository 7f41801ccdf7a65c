// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Applicant;
import dev.ashlar.admissions.domain.Application;
import dev.ashlar.admissions.domain.ApplicationStatus;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Batches;
import dev.ashlar.admissions.domain.Choice;
import dev.ashlar.admissions.domain.College;
import dev.ashlar.admissions.domain.CollegeId;
import dev.ashlar.admissions.domain.Colleges;
import dev.ashlar.admissions.domain.Course;
import dev.ashlar.admissions.domain.Courses;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.IdSource;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks of the course, batch and college that applications name. */
@Component
class ApplicationChoices {
    private final Courses courses;
    private final Batches batches;
    private final Colleges colleges;
    private final IdSource ids;
    private final InstantSource clock;

    ApplicationChoices(Courses courses, Batches batches, Colleges colleges, IdSource ids, InstantSource clock) {
        this.courses = courses;
        this.batches = batches;
        this.colleges = colleges;
        this.ids = ids;
        this.clock = clock;
    }

    /** Creates a draft for an offered course. */
    Application draft(Actor actor, Choice choice) {
        var course = courses.find(choice.courseId())
                .filter(Course::isOffered)
                .orElseThrow(() -> AdmissionsProblem.COURSE_NOT_FOUND
                        .because("Course " + choice.courseId().value() + " is not offered. Choose another course.")
                        .at("/courseId", "must be a course that is offered"));
        requireBatch(choice, false);
        requireCollege(choice.collegeId());
        return Application.of(
                new ApplicationId(ids.next()),
                new Applicant(actor.userId(), actor.platform()),
                choice,
                course.listPrice(),
                clock.instant());
    }

    /** Refuses a new batch or college that does not exist or cannot be chosen. */
    void requireChange(Application previous, Application next) {
        if (!Objects.equals(next.choice().batchId(), previous.choice().batchId())) {
            requireBatch(next.choice(), next.status() == ApplicationStatus.WAITLISTED);
        }
        if (!Objects.equals(next.choice().collegeId(), previous.choice().collegeId())) {
            requireCollege(next.choice().collegeId());
        }
    }

    /** Refuses a batch of a stored application that applications may no longer name. */
    void requireChoosable(BatchId id) {
        var batch = batches.find(id).orElseThrow(() -> BatchService.notFound(id));
        if (!batch.isChoosable()) {
            throw BatchService.notOpen(batch);
        }
    }

    private void requireBatch(Choice choice, boolean waits) {
        var id = choice.batchId();
        if (id == null) {
            return;
        }
        // Locked, so that its waiting list does not end before the application is on it.
        var batch = (waits ? batches.lock(id) : batches.find(id))
                .filter(found -> found.courseId().equals(choice.courseId()))
                .orElseThrow(() -> AdmissionsProblem.BATCH_NOT_FOUND
                        .because("Batch " + id.value() + " is no batch of the course.")
                        .at("/batchId", "must be a batch of the course"));
        if (waits && batch.status() != BatchStatus.OPEN) {
            throw BatchService.notOpen(batch).at("/batchId", "must be an open batch for an application that waits");
        }
        if (!batch.isChoosable()) {
            throw BatchService.notOpen(batch).at("/batchId", "must be a batch that is planned or open");
        }
    }

    private void requireCollege(@Nullable CollegeId id) {
        if (id != null && colleges.find(id).filter(College::active).isEmpty()) {
            throw AdmissionsProblem.COLLEGE_NOT_FOUND
                    .because("College " + id.value() + " is unknown. Search for a college.")
                    .at("/collegeId", "must be a known college");
        }
    }
}
