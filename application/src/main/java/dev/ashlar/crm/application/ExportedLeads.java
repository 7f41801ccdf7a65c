// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.application;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Cursor;
import dev.ashlar.kernel.Page;
import dev.ashlar.kernel.PageRequest;
import dev.ashlar.kernel.application.ApplicationService;
import dev.ashlar.kernel.application.PersonalData;

/** Leads that a person is. */
@ApplicationService
class ExportedLeads implements PersonalData {
    private static final String LIST = "crm.own-leads";

    private final LeadViews views;

    ExportedLeads(LeadViews views) {
        this.views = views;
    }

    @Override
    public String name() {
        return "leads";
    }

    @Override
    public Page<OwnLead> page(Actor owner, PageRequest request) {
        var rows = views.ofUser(owner.userId(), request.afterUuid(LIST), request.rowsToRead());
        return Page.of(rows, request, lead -> Cursor.of(LIST, lead.id()));
    }
}
