// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Enrollments of a person, dropped ones included. */
@ApplicationService
class ExportedEnrollments implements PersonalData {
    private static final String LIST = "admissions.exported-enrollments";

    private final ApplicationViews views;

    ExportedEnrollments(ApplicationViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "enrollments";
    }

    @Override
    public Page<EnrollmentView> page(Actor owner, PageRequest request) {
        var rows = views.enrollments(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return Page.of(rows, request, row -> Cursor.of(LIST, row.id()));
    }
}
