// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.domain;

import dev.ashlar.kernel.ProblemType;

/** Refusals of crm. */
public enum CrmProblem implements ProblemType {
    FILE_UNREADABLE("crm.file-unreadable", Kind.REFUSED, "File is not readable"),
    ILLEGAL_TRANSITION("crm.illegal-transition", Kind.CONFLICT, "Status transition is not allowed"),
    IMPORT_NOT_FOUND("crm.import-not-found", Kind.NOT_FOUND, "Import not found"),
    IMPORTS_EXCEEDED("crm.imports-exceeded", Kind.CONFLICT, "Too many imports are not finished"),
    LEAD_ARCHIVED("crm.lead-archived", Kind.CONFLICT, "Lead is archived"),
    LEAD_EXISTS("crm.lead-exists", Kind.CONFLICT, "Lead already exists"),
    LEAD_NOT_FOUND("crm.lead-not-found", Kind.NOT_FOUND, "Lead not found"),
    LEADS_INCOMPATIBLE("crm.leads-incompatible", Kind.CONFLICT, "Leads have different accounts"),
    OWNER_NOT_FOUND("crm.owner-not-found", Kind.REFUSED, "Owner not found"),
    SALES_HEAD_NOT_FOUND("crm.sales-head-not-found", Kind.NOT_FOUND, "Sales head not found"),
    TAG_EXISTS("crm.tag-exists", Kind.CONFLICT, "Tag already exists"),
    TAG_NOT_FOUND("crm.tag-not-found", Kind.REFUSED, "Tag not found");

    private final Definition definition;

    CrmProblem(String code, Kind kind, String title) {
        definition = new Definition(code, kind, title);
    }

    @Override
    public Definition definition() {
        return definition;
    }
}
