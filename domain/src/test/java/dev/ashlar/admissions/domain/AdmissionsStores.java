// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.domain;

/** Ports of admissions over one store. */
public record AdmissionsStores(
        Courses courses,
        Batches batches,
        Colleges colleges,
        Applications applications,
        ApplicationEvents events,
        DiscountRequests discounts,
        Enrollments enrollments) {}
