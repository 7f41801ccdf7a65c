// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Feedback that a person has given. */
@ApplicationService
class ExportedFeedback implements PersonalData {
    private static final String LIST = "mentoring.exported-feedback";

    private final SlotViews views;

    ExportedFeedback(SlotViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "feedbackGiven";
    }

    @Override
    public Page<SlotFeedbackView> page(Actor owner, PageRequest request) {
        var rows = views.feedbackBy(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return Page.of(rows, request, row -> Cursor.of(LIST, row.id()));
    }
}
