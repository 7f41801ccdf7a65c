// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import static dev.ashlar.bootstrap.journey.Success.by;

import dev.ashlar.bootstrap.journey.ContextProvocations.Stage;
import java.util.Map;

/** Requests of crm that succeed. */
final class CrmSuccesses implements ContextSuccesses {
    private static final String LEAD = SalesOffice.LEADS + "/{id}";
    private static final String IMPORT = SalesOffice.IMPORTS + "/{id}";
    private static final String HEAD = "/api/v1/sales-heads/{userId}";

    private final SalesOffice office;

    CrmSuccesses(Stage stage) {
        this.office = new SalesOffice(stage.nobody());
    }

    @Override
    public void addTo(Successes all) {
        addLeads(all);
        addSteps(all);
        addImports(all);
        all.add("POST " + SalesOffice.TAGS, () -> by(office.hired()).with("/name", Campus.code()))
                .add("PUT " + HEAD, () -> by(office.admin, office.hired().myId()))
                .add("DELETE " + HEAD, () -> {
                    var head = "/api/v1/sales-heads/" + office.hired().myId();
                    office.admin.put(head, Map.of("team", Campus.code())).is(204);
                    return by(office.admin, Campus.id(head));
                });
    }

    private void addLeads(Successes all) {
        for (var operation : new String[] {"GET " + LEAD, "GET " + LEAD + "/activities"}) {
            all.add(operation, this::ofLead);
        }
        all.add("POST " + SalesOffice.LEADS, () -> by(office.hired()).with("/email", SalesOffice.mail()))
                .add("PATCH " + LEAD, () -> ofLead().with("/email", SalesOffice.mail()))
                .add("POST " + LEAD + "/activities", this::ofLead)
                .add("PUT " + LEAD + "/tags", () -> {
                    var owner = office.hired();
                    return by(owner, Campus.id(SalesOffice.lead(owner))).with("/tagIds/0", SalesOffice.tag(owner));
                })
                .add("POST " + LEAD + "/merge", () -> {
                    var owner = office.hired();
                    var other = SalesOffice.lead(owner);
                    return by(owner, Campus.id(SalesOffice.lead(owner))).with("/leadId", Campus.id(other));
                });
    }

    private void addSteps(Successes all) {
        all.add(
                        "POST " + LEAD + "/assign",
                        () -> by(office.admin, Campus.id(SalesOffice.lead(office.hired())))
                                .with("/ownerId", office.hired().myId()))
                .add("POST " + LEAD + "/convert", this::ofLead)
                .add("POST " + LEAD + "/lose", this::ofLead)
                .add("POST " + LEAD + "/reopen", () -> {
                    var owner = office.hired();
                    var lead = SalesOffice.lead(owner);
                    owner.post(lead + "/lose", Map.of("note", "Provoked")).is(200);
                    return by(owner, Campus.id(lead));
                });
    }

    private void addImports(Successes all) {
        all.add("POST " + SalesOffice.IMPORTS, () -> by(office.hired()));
        for (var operation : new String[] {
            "GET " + IMPORT, "POST " + IMPORT + "/run", "GET " + IMPORT + "/rows", "GET " + IMPORT + "/rows.csv"
        }) {
            all.add(operation, () -> {
                var owner = office.hired();
                return by(owner, Campus.id(SalesOffice.uploaded(owner, SalesOffice.FILE)));
            });
        }
    }

    private Success ofLead() {
        var owner = office.hired();
        return by(owner, Campus.id(SalesOffice.lead(owner)));
    }
}
