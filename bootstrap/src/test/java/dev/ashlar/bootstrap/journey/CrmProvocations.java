// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.journey;

import java.util.Map;
import java.util.function.Function;

/** Requests that provoke every documented problem of leads, tags and sales heads. */
final class CrmProvocations implements ContextProvocations {
    private static final String LEADS = SalesOffice.LEADS;
    private static final String LEAD = LEADS + "/{id}";
    private static final String[] OF_LEADS = {
        "GET " + LEADS,
        "POST " + LEADS,
        "GET " + LEADS + "/duplicates",
        "GET " + LEADS + "/pipeline",
        "GET " + LEADS + "/export.csv"
    };
    private static final String[] OF_A_LEAD = {
        "GET " + LEAD,
        "PATCH " + LEAD,
        "POST " + LEAD + "/assign",
        "POST " + LEAD + "/convert",
        "POST " + LEAD + "/lose",
        "POST " + LEAD + "/reopen",
        "POST " + LEAD + "/merge",
        "GET " + LEAD + "/activities",
        "POST " + LEAD + "/activities",
        "PUT " + LEAD + "/tags"
    };
    private static final String IMPORTS = SalesOffice.IMPORTS;
    private static final String[] OF_AN_IMPORT = {
        "GET " + IMPORTS + "/{id}",
        "POST " + IMPORTS + "/{id}/run",
        "GET " + IMPORTS + "/{id}/rows",
        "GET " + IMPORTS + "/{id}/rows.csv"
    };
    private static final String TAGS = SalesOffice.TAGS;
    private static final String HEAD = "/api/v1/sales-heads/{userId}";
    private static final String ARCHIVED = "crm.lead-archived";
    private static final String ILLEGAL = "crm.illegal-transition";

    private final SalesOffice office;
    private final Campus campus;
    private final Api sales;
    private final Api student;

    CrmProvocations(Stage stage) {
        this.office = new SalesOffice(stage.nobody());
        this.campus = new Campus(stage.nobody());
        this.sales = office.sales;
        this.student = stage.nobody().demo("student");
    }

    @Override
    public void addTo(Provocations all) {
        all.addExamples(student, "auth.forbidden", OF_LEADS)
                .addExamples(student, "auth.forbidden", OF_A_LEAD)
                .addExamples(student, "auth.forbidden", "GET " + TAGS, "POST " + TAGS)
                .addExamples(student, "auth.forbidden", "GET " + IMPORTS, "POST " + IMPORTS)
                .addExamples(student, "auth.forbidden", OF_AN_IMPORT)
                .addExamples(sales, "crm.import-not-found", OF_AN_IMPORT)
                .addExamples(sales, "crm.file-unreadable", "POST " + IMPORTS)
                .addForAdministrators(sales, "PUT " + HEAD, "DELETE " + HEAD)
                .addExamples(sales, "crm.lead-not-found", OF_A_LEAD)
                .addExamples(office.admin, "crm.owner-not-found", "PUT " + HEAD)
                .addExamples(office.admin, "crm.sales-head-not-found", "DELETE " + HEAD);
        addImports(all);
        addArchived(all);
        addTransitions(all);
        addConflicts(all);
    }

    private void addImports(Provocations all) {
        all.add("POST " + IMPORTS, "crm.imports-exceeded", () -> {
                    var person = office.hired();
                    for (int number = 0; number < 10; number++) {
                        SalesOffice.uploaded(person, SalesOffice.FILE);
                    }
                    return SalesOffice.upload(person, SalesOffice.FILE);
                })
                .add("POST " + IMPORTS + "/{id}/run", "crm.illegal-transition", () -> {
                    var uploaded = SalesOffice.uploaded(sales, SalesOffice.FILE);
                    SalesOffice.run(sales, uploaded).is(200);
                    return SalesOffice.run(sales, uploaded);
                });
    }

    private void addArchived(Provocations all) {
        all.add("PATCH " + LEAD, ARCHIVED, () -> {
                    var merged = SalesOffice.merged(sales);
                    return SalesOffice.edit(sales, merged, Map.of("name", "Grace"), "*");
                })
                .add(
                        "POST " + LEAD + "/assign",
                        ARCHIVED,
                        () -> assign(SalesOffice.merged(sales), office.hired().myId()))
                .add("POST " + LEAD + "/convert", ARCHIVED, () -> move(SalesOffice.merged(sales), "/convert"))
                .add("POST " + LEAD + "/lose", ARCHIVED, () -> move(SalesOffice.merged(sales), "/lose"))
                .add("POST " + LEAD + "/reopen", ARCHIVED, () -> move(SalesOffice.merged(sales), "/reopen"))
                .add(
                        "POST " + LEAD + "/merge",
                        ARCHIVED,
                        () -> SalesOffice.merge(sales, SalesOffice.lead(sales), SalesOffice.merged(sales)))
                .add("POST " + LEAD + "/activities", ARCHIVED, () -> SalesOffice.call(sales, SalesOffice.merged(sales)))
                .add("PUT " + LEAD + "/tags", ARCHIVED, () -> SalesOffice.retag(sales, SalesOffice.merged(sales)));
    }

    private void addTransitions(Provocations all) {
        Function<String, Api.Answer> afterConversion = action -> {
            var lead = SalesOffice.lead(sales);
            move(lead, "/convert").is(200);
            return move(lead, action);
        };
        all.add("POST " + LEAD + "/convert", ILLEGAL, () -> afterConversion.apply("/convert"))
                .add("POST " + LEAD + "/lose", ILLEGAL, () -> afterConversion.apply("/lose"))
                .add("POST " + LEAD + "/reopen", ILLEGAL, () -> afterConversion.apply("/reopen"));
    }

    private void addConflicts(Provocations all) {
        all.add("POST " + LEADS, "crm.lead-exists", () -> {
                    var person = SalesOffice.person("Twice");
                    SalesOffice.lead(sales, person);
                    return sales.post(LEADS, person);
                })
                .add("PATCH " + LEAD, "crm.lead-exists", () -> {
                    var person = SalesOffice.person("Twice");
                    SalesOffice.lead(sales, person);
                    return SalesOffice.edit(sales, SalesOffice.lead(sales), Map.of("email", person.get("email")), "*");
                })
                .add(
                        "PATCH " + LEAD,
                        "request.stale-version",
                        () -> SalesOffice.edit(sales, SalesOffice.lead(sales), Map.of("name", "Grace"), "\"7\""))
                .add(
                        "POST " + LEAD + "/assign",
                        "crm.owner-not-found",
                        () -> assign(SalesOffice.lead(sales), student.myId()))
                .add("POST " + LEAD + "/merge", "crm.leads-incompatible", this::mergeApplicants)
                .add("POST " + LEAD + "/merge", "crm.lead-exists", this::mergeBesideAThirdLead)
                .add("POST " + TAGS, "crm.tag-exists", () -> {
                    var tag = Map.of("name", Campus.code());
                    sales.post(TAGS, tag).is(201);
                    return sales.post(TAGS, tag);
                })
                .add(
                        "PUT " + LEAD + "/tags",
                        "crm.tag-not-found",
                        () -> SalesOffice.retag(sales, SalesOffice.lead(sales), student.myId()));
    }

    private Api.Answer mergeApplicants() {
        var batch = campus.openBatch(2);
        campus.submitted(campus.newcomer(), batch);
        campus.submitted(campus.newcomer(), batch);
        var leads = SalesOffice.ids(office.admin.get(LEADS + "?source=my-analytics-school&limit=2"));
        return SalesOffice.merge(office.admin, LEADS + "/" + leads.getFirst(), leads.getLast());
    }

    private Api.Answer mergeBesideAThirdLead() {
        var mail = SalesOffice.mail();
        var older = SalesOffice.lead(sales, Map.of("name", "Grace", "phone", "+493055", "source", "open-day"));
        SalesOffice.lead(sales, Map.of("name", "Grace", "email", mail, "source", "open-day"));
        var younger = SalesOffice.lead(sales, Map.of("name", "Grace", "email", mail, "source", "website"));
        return SalesOffice.merge(sales, older, younger);
    }

    private Api.Answer assign(String lead, String owner) {
        return office.admin.post(lead + "/assign", Map.of("ownerId", owner));
    }

    private Api.Answer move(String lead, String action) {
        return sales.post(lead + action, Map.of("note", "Decided"));
    }
}
