// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.kernel.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Enrollments} for tests of one thread. */
final class InMemoryEnrollments implements Enrollments {
    private final Map<EnrollmentId, Enrollment> enrollments = new LinkedHashMap<>();

    List<Enrollment> all() {
        return List.copyOf(enrollments.values());
    }

    @Override
    public void insert(Enrollment enrollment) {
        enrollments.put(enrollment.id(), enrollment);
    }

    @Override
    public Optional<Enrollment> find(EnrollmentId id) {
        return Optional.ofNullable(enrollments.get(id));
    }

    @Override
    public Optional<Enrollment> findByApplication(ApplicationId id) {
        return all().stream()
                .filter(enrollment -> enrollment.applicationId().equals(id))
                .findAny();
    }

    @Override
    public Optional<Enrollment> findActive(UserId userId) {
        return all().stream()
                .filter(enrollment -> enrollment.userId().equals(userId))
                .filter(enrollment -> enrollment.status() == EnrollmentStatus.ACTIVE)
                .findFirst();
    }

    @Override
    public boolean drop(EnrollmentId id, Instant at) {
        return find(id).map(enrollment -> end(enrollment, EnrollmentStatus.DROPPED))
                .orElse(false);
    }

    @Override
    public int complete(BatchId batch, Instant at) {
        return (int) all().stream()
                .filter(enrollment -> enrollment.batchId().equals(batch))
                .filter(enrollment -> end(enrollment, EnrollmentStatus.COMPLETED))
                .count();
    }

    private boolean end(Enrollment enrollment, EnrollmentStatus next) {
        boolean isActive = enrollment.status() == EnrollmentStatus.ACTIVE;
        if (isActive) {
            insert(new Enrollment(
                    enrollment.id(),
                    enrollment.applicationId(),
                    enrollment.userId(),
                    enrollment.batchId(),
                    next,
                    enrollment.createdAt()));
        }
        return isActive;
    }
}
