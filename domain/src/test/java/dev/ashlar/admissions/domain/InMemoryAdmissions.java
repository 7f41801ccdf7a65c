// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

import dev.ashlar.admissions.BatchId;
import java.util.List;

/** All ports of admissions for tests of one thread. */
public final class InMemoryAdmissions {
    private final InMemoryBatches batches = new InMemoryBatches(this::isWaitedFor);
    private final InMemoryDiscountRequests discounts = new InMemoryDiscountRequests();
    private final InMemoryApplications applications = new InMemoryApplications(batches, discounts);
    private final InMemoryEnrollments enrollments = new InMemoryEnrollments();
    private final InMemoryCourses courses = new InMemoryCourses();
    private final InMemoryColleges colleges = new InMemoryColleges();

    /** Returns the ports. */
    public AdmissionsStores ports() {
        return new AdmissionsStores(
                courses, batches, colleges, applications, applications.history(), discounts, enrollments);
    }

    /** Returns all courses in the order of their creation. */
    public List<Course> courses() {
        return courses.all();
    }

    /** Returns all batches in the order of their creation. */
    public List<Batch> batches() {
        return batches.all();
    }

    /** Returns all colleges in the order of their creation. */
    public List<College> colleges() {
        return colleges.all();
    }

    /** Returns all applications in the order of their creation. */
    public List<Application> applications() {
        return applications.all();
    }

    /** Returns all changes of statuses, oldest first. */
    public List<ApplicationEvent> events() {
        return applications.changes();
    }

    /** Returns all discount requests in the order of their creation. */
    public List<DiscountRequest> discounts() {
        return discounts.all();
    }

    /** Returns all enrollments in the order of their creation. */
    public List<Enrollment> enrollments() {
        return enrollments.all();
    }

    private boolean isWaitedFor(BatchId id) {
        return !applications.waitingFor(id).isEmpty();
    }
}
