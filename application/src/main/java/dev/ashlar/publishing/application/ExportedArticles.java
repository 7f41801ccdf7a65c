// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Articles that a person has written. */
@ApplicationService
class ExportedArticles implements PersonalData {
    private static final String LIST = "publishing.exported-articles";

    private final ExportViews views;

    ExportedArticles(ExportViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "articles";
    }

    @Override
    public Page<ExportedArticle> page(Actor owner, PageRequest request) {
        var rows = views.articles(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return Page.of(rows, request, row -> Cursor.of(LIST, row.id()));
    }
}
