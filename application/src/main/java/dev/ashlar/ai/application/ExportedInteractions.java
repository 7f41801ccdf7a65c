// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Interactions of a person, with their contents. */
@ApplicationService
class ExportedInteractions implements PersonalData {
    private static final String LIST = "ai.exported-interactions";

    private final InteractionViews views;

    ExportedInteractions(InteractionViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "aiInteractions";
    }

    @Override
    public Page<InteractionDetails> page(Actor owner, PageRequest request) {
        var rows = views.contents(owner.userId(), request.afterPlace(LIST), request.rowsToRead());
        return Page.of(rows, request, row -> {
            var call = row.interaction();
            return Cursor.of(LIST, call.createdAt(), call.id());
        });
    }
}
