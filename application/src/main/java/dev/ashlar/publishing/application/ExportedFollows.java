// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Authors that a person follows. */
@ApplicationService
class ExportedFollows implements PersonalData {
    private static final String LIST = "publishing.exported-follows";

    private final ExportViews views;

    ExportedFollows(ExportViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "follows";
    }

    @Override
    public Page<ExportedFollow> page(Actor owner, PageRequest request) {
        var rows = views.follows(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return Page.of(rows, request, row -> Cursor.of(LIST, row.userId()));
    }
}
