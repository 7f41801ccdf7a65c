// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.admissions.domain.AdmissionsProblem;
import dev.ashlar.admissions.domain.College;
import dev.ashlar.admissions.domain.CollegeEdit;
import dev.ashlar.admissions.domain.CollegeId;
import dev.ashlar.admissions.domain.Colleges;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.IdSource;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of colleges: search, create, edit. */
@ApplicationService
public class CollegeService {
    private static final String LIST = "admissions.colleges";

    private final Colleges colleges;
    private final CatalogViews views;
    private final IdSource ids;
    private final InstantSource clock;

    CollegeService(Colleges colleges, CatalogViews views, IdSource ids, InstantSource clock) {
        this.colleges = colleges;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    /** Lists colleges whose name and city contain the words; for administrators also inactive ones. */
    public Page<CollegeView> list(Actor actor, @Nullable String words, PageRequest page) {
        var rows = views.colleges(visibleTo(actor, words), page.afterUuid(LIST), page.rowsToRead());
        return Page.of(rows, page, college -> Cursor.of(LIST, college.id()));
    }

    /** Counts the colleges that the list returns. */
    public long count(Actor actor, @Nullable String words) {
        return views.countColleges(visibleTo(actor, words));
    }

    /** Returns a college, also an inactive one. */
    public CollegeView get(CollegeId id) {
        return views.college(id).orElseThrow(() -> notFound(id));
    }

    /** Creates a college. */
    @Transactional
    public CollegeView create(Actor actor, String name, String city) {
        actor.requireAdmin();
        var college = College.of(new CollegeId(ids.next()), name, city, clock.instant());
        colleges.insert(college);
        return CollegeView.of(college, college.version());
    }

    /** Edits a college; refused if it was edited since it was read. */
    @Transactional
    public CollegeView edit(Actor actor, CollegeId id, int version, CollegeEdit edit) {
        actor.requireAdmin();
        var college = colleges.find(id).orElseThrow(() -> notFound(id));
        if (college.version() != version) {
            throw KernelProblem.stale("College " + id.value(), version);
        }
        var edited = college.with(edit);
        boolean isSame = edited.equals(college);
        if (!isSame && !colleges.edit(edited, version, clock.instant())) {
            throw KernelProblem.stale("College " + id.value(), version);
        }
        return CollegeView.of(edited, isSame ? version : version + 1);
    }

    private static CollegeFilter visibleTo(Actor actor, @Nullable String words) {
        return new CollegeFilter(words, actor.isAdmin());
    }

    static DomainException notFound(CollegeId id) {
        return AdmissionsProblem.COLLEGE_NOT_FOUND.because("College " + id.value() + " does not exist.");
    }
}
