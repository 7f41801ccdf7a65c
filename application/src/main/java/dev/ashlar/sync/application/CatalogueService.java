// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.sync.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;

/** Courses and tests of external catalogues, for everyone with an account. */
@ApplicationService
public class CatalogueService {
    private static final String COURSES = "sync.courses";
    private static final String TESTS = "sync.tests";

    private final CourseViews courses;
    private final TestViews tests;

    CatalogueService(CourseViews courses, TestViews tests) {
        this.courses = courses;
        this.tests = tests;
    }

    /** Returns courses that are listed, newest first. */
    public Page<CatalogueItemView> courses(Actor actor, PageRequest page) {
        var rows = courses.courses(page.afterUuid(COURSES), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(COURSES, row.id()));
    }

    /** Returns tests that are listed, newest first. */
    public Page<CatalogueItemView> tests(Actor actor, PageRequest page) {
        var rows = tests.tests(page.afterUuid(TESTS), page.rowsToRead());
        return Page.of(rows, page, row -> Cursor.of(TESTS, row.id()));
    }
}
