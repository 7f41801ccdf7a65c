// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Comments that a person has written. */
@ApplicationService
class ExportedComments implements PersonalData {
    private static final String LIST = "publishing.exported-comments";

    private final ExportViews views;

    ExportedComments(ExportViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "comments";
    }

    @Override
    public Page<ExportedComment> page(Actor owner, PageRequest request) {
        var rows = views.comments(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return Page.of(rows, request, row -> Cursor.of(LIST, row.id()));
    }
}
