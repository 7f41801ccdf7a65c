// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.Batch;
import dev.ashlar.admissions.domain.BatchEdit;
import dev.ashlar.admissions.domain.BatchPlan;
import dev.ashlar.admissions.domain.BatchStatus;
import dev.ashlar.admissions.domain.Batches;
import dev.ashlar.admissions.domain.Enrollments;
import dev.ashlar.identity.People;
import dev.ashlar.identity.PublicProfile;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Labels;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of batches: list, create, edit, roster. */
@ApplicationService
public class BatchService {
    private static final String LIST = "admissions.batches";
    private static final String ROSTER = "admissions.roster";

    private final Batches batches;
    private final Enrollments enrollments;
    private final CatalogViews views;
    private final SeatKeeper seats;
    private final People people;
    private final IdSource ids;
    private final InstantSource clock;

    BatchService(
            Batches batches,
            Enrollments enrollments,
            CatalogViews views,
            SeatKeeper seats,
            People people,
            IdSource ids,
            InstantSource clock) {
        this.batches = batches;
        this.enrollments = enrollments;
        this.views = views;
        this.seats = seats;
        this.people = people;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists batches of a course, newest first. */
    public Page<BatchView> list(CourseId course, PageRequest page) {
        requireCourse(course);
        var rows = views.batches(course, page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, batch -> Cursor.of(LIST, batch.id()));
    }

    /** Returns a batch. */
    public BatchView get(BatchId id) {
        return views.batch(id).orElseThrow(() -> notFound(id));
    }

    /** Creates a planned batch. */
    @Transactional
    public BatchView create(Actor actor, CourseId course, BatchPlan plan, int capacity) {
        actor.requireAdmin();
        requireCourse(course);
        var batch = Batch.of(new BatchId(ids.next()), course, plan, capacity, clock.instant());
        batches.insert(batch);
        return BatchView.of(batch, batch.version());
    }

    /**
     * Edits a batch; refused if it was edited since it was read. Seats that a larger capacity makes are offered to the waiting list.
     * A batch that begins or is cancelled ends its waiting list, and one that is over completes its enrollments.
     */
    @Transactional
    public BatchView edit(Actor actor, BatchId id, int version, BatchEdit edit) {
        actor.requireAdmin();
        // Locked, so that nobody takes a seat between this check and the update.
        var batch = batches.lock(id).orElseThrow(() -> notFound(id));
        if (batch.version() != version) {
            throw KernelProblem.stale("Batch " + batch.plan().code(), version);
        }
        var edited = batch.with(edit);
        if (edited.equals(batch)) {
            return BatchView.of(edited, version);
        }
        if (!batches.edit(edited, version, clock.instant())) {
            throw KernelProblem.stale("Batch " + batch.plan().code(), version);
        }
        if (edited.status() == BatchStatus.COMPLETED) {
            enrollments.complete(id, clock.instant());
        }
        if (batch.status().mayOpen() && !edited.status().mayOpen()) {
            seats.endWaiting(edited, actor.userId());
        }
        seats.offer(edited);
        return get(id);
    }

    /** Lists the enrollments of a batch, oldest first, without those that were dropped; for sales and administrators. */
    public Page<RosterView> roster(Actor actor, BatchId id, PageRequest page) {
        Staff.require(actor);
        get(id);
        var rows = views.roster(id, page.afterUuid(ROSTER), page.rowsToRead());
        var entries = Page.of(rows, page, entry -> Cursor.of(ROSTER, entry.id()));
        return new Page<>(named(entries.items()), entries.next());
    }

    private List<RosterView> named(List<RosterEntry> entries) {
        var names = people.profiles(entries.stream().map(RosterEntry::userId).toList()).stream()
                .collect(Collectors.toUnmodifiableMap(PublicProfile::id, PublicProfile::displayName));
        return entries.stream()
                .map(entry -> new RosterView(entry, names.get(entry.userId())))
                .toList();
    }

    private void requireCourse(CourseId id) {
        if (views.course(id).isEmpty()) {
            throw CourseService.notFound(id);
        }
    }

    static DomainException notFound(BatchId id) {
        return AdmissionsProblem.BATCH_NOT_FOUND.because("Batch " + id.value() + " does not exist.");
    }

    static DomainException notOpen(Batch batch) {
        return AdmissionsProblem.BATCH_NOT_OPEN.because(
                "Batch " + batch.plan().code() + " is " + Labels.of(batch.status()) + ". Choose another batch.");
    }
}
