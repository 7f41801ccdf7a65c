// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Applications} and their events for tests of one thread. */
final class InMemoryApplications implements Applications {
    private final Map<ApplicationId, Application> applications = new LinkedHashMap<>();
    private final List<ApplicationEvent> changes = new ArrayList<>();
    private final InMemoryBatches batches;
    private final InMemoryDiscountRequests discounts;

    InMemoryApplications(InMemoryBatches batches, InMemoryDiscountRequests discounts) {
        this.batches = batches;
        this.discounts = discounts;
    }

    List<Application> all() {
        return List.copyOf(applications.values());
    }

    List<ApplicationEvent> changes() {
        return List.copyOf(changes);
    }

    ApplicationEvents history() {
        return changes::add;
    }

    List<Application> waitingFor(BatchId batch) {
        return where(application -> application.status() == ApplicationStatus.WAITLISTED
                        && application.batchId().equals(batch))
                .sorted(Comparator.comparing(InMemoryApplications::since)
                        .thenComparing(application -> application.id().value().toString()))
                .toList();
    }

    @Override
    public boolean insert(Application application) {
        var user = application.userId();
        boolean isNew = findLive(user, application.choice().courseId()).isEmpty()
                && where(other -> other.userId().equals(user)).count() < Application.MAX_A_DAY;
        if (isNew) {
            applications.put(application.id(), application);
        }
        return isNew;
    }

    @Override
    public Optional<Application> find(ApplicationId id) {
        return Optional.ofNullable(applications.get(id));
    }

    @Override
    public Optional<Application> findLive(UserId userId, CourseId courseId) {
        return where(application -> application.userId().equals(userId)
                        && application.choice().courseId().equals(courseId)
                        && application.status() != ApplicationStatus.REJECTED
                        && application.status() != ApplicationStatus.WITHDRAWN)
                .findAny();
    }

    @Override
    public Optional<Application> lock(ApplicationId id) {
        return find(id);
    }

    @Override
    public boolean change(Application next, int expectedVersion, Instant at) {
        boolean unchanged = find(next.id())
                .filter(application -> application.version() == expectedVersion)
                .isPresent();
        if (unchanged) {
            put(next, next.standing(), expectedVersion + 1);
        }
        return unchanged;
    }

    @Override
    public List<SeatOffer> offerSeats(BatchId batch, int seats, Instant at, Instant expiresAt) {
        var first = waitingFor(batch).stream().limit(seats).toList();
        first.forEach(application -> {
            var decider = application.standing().decidedBy();
            put(
                    application,
                    new Standing(ApplicationStatus.ACCEPTED, null, expiresAt, decider),
                    application.version() + 1);
            note(application, ApplicationStatus.ACCEPTED, null, at);
        });
        return first.stream()
                .map(application -> new SeatOffer(application.id(), application.userId()))
                .toList();
    }

    @Override
    public int endWaiting(BatchId batch, UserId actor, String note, Instant at) {
        var waiting = waitingFor(batch);
        waiting.forEach(application -> {
            var decider = application.standing().decidedBy();
            put(application, new Standing(ApplicationStatus.ACCEPTED, null, null, decider), application.version() + 1);
            changes.add(new ApplicationEvent(
                    application.id(),
                    application.version() + 1,
                    application.status(),
                    ApplicationStatus.ACCEPTED,
                    actor,
                    note,
                    at));
        });
        return waiting.size();
    }

    @Override
    public int endExpiredOffers(Instant at, int limit) {
        var due = where(application -> {
                    var end = application.standing().offerExpiresAt();
                    return end != null && !end.isAfter(at);
                })
                .limit(limit)
                .toList();
        due.forEach(application -> {
            var standing = application.standing();
            put(
                    application,
                    new Standing(standing.status(), null, null, standing.decidedBy()),
                    application.version() + 1);
            batches.withdrawOffer(application.batchId(), at);
        });
        return due.size();
    }

    @Override
    public int withdrawUnseated(UserId userId, Instant at) {
        var unseated = where(application -> application.userId().equals(userId)
                        && application.status().isEditable())
                .toList();
        unseated.forEach(application -> {
            if (application.hasOffer()) {
                batches.withdrawOffer(application.batchId(), at);
            }
            put(application, application.withdrawn().standing(), application.version() + 1);
            note(application, ApplicationStatus.WITHDRAWN, "The user was deactivated.", at);
            discounts.endPending(application.id(), "The user was deactivated.", at);
        });
        return unseated.size();
    }

    @Override
    public void clearColleges(UserId userId, Instant at) {
        where(application -> application.userId().equals(userId))
                .filter(application -> application.choice().collegeId() != null)
                .forEach(application -> applications.put(application.id(), withoutCollege(application)));
    }

    private static Application withoutCollege(Application application) {
        var choice = application.choice();
        return new Application(
                application.id(),
                application.applicationNo(),
                application.applicant(),
                new Choice(choice.courseId(), choice.batchId(), null),
                application.tuition(),
                application.standing(),
                application.createdAt(),
                application.version() + 1);
    }

    private Stream<Application> where(Predicate<Application> condition) {
        return all().stream().filter(condition);
    }

    private static Instant since(Application waiting) {
        return Objects.requireNonNull(waiting.standing().waitlistedAt());
    }

    private void note(Application before, ApplicationStatus next, @Nullable String note, Instant at) {
        changes.add(new ApplicationEvent(before.id(), before.version() + 1, before.status(), next, null, note, at));
    }

    private void put(Application application, Standing standing, int version) {
        applications.put(
                application.id(),
                new Application(
                        application.id(),
                        application.applicationNo(),
                        application.applicant(),
                        application.choice(),
                        application.tuition(),
                        standing,
                        application.createdAt(),
                        version));
    }
}
