// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Favorite articles of a person. */
@ApplicationService
class ExportedFavorites implements PersonalData {
    private static final String LIST = "publishing.exported-favorites";

    private final ExportViews views;

    ExportedFavorites(ExportViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "favorites";
    }

    @Override
    public Page<ExportedFavorite> page(Actor owner, PageRequest request) {
        var rows = views.favorites(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return Page.of(rows, request, row -> Cursor.of(LIST, row.articleId()));
    }
}
