// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.admissions.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** History of a person's applications. */
@ApplicationService
class ExportedApplicationEvents implements PersonalData {
    private static final String LIST = "admissions.exported-application-events";

    private final ApplicationViews views;

    ExportedApplicationEvents(ApplicationViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "applicationEvents";
    }

    @Override
    public Page<PersonalEventView> page(Actor owner, PageRequest request) {
        var after = request.after() == null ? null : ApplicationEventPlace.of(request.after());
        var rows = views.personalEvents(owner.userId(), after, request.rowsToRead());
        return Page.of(
                rows,
                request,
                row -> new ApplicationEventPlace(
                                row.applicationId(), row.event().version())
                        .cursor(LIST));
    }
}
