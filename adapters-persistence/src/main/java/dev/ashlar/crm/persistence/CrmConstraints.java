// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.application.ConstraintProblems;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Refusals of crm by the constraint that a row violates. */
@Component
class CrmConstraints implements ConstraintProblems {
    @Override
    public Map<String, ProblemType> byConstraint() {
        return Map.ofEntries(
                Map.entry("uq_leads_email_source", CrmProblem.LEAD_EXISTS),
                Map.entry("uq_leads_user_id_source", CrmProblem.LEAD_EXISTS),
                Map.entry("uq_leads_legacy_raw_id", CrmProblem.LEAD_EXISTS),
                Map.entry("uq_lead_tags_name", CrmProblem.TAG_EXISTS),
                Map.entry("fk_leads_legacy_raw_id", CrmProblem.LEAD_NOT_FOUND),
                Map.entry("fk_leads_merged_into_id", CrmProblem.LEAD_NOT_FOUND),
                Map.entry("fk_lead_activities_lead_id", CrmProblem.LEAD_NOT_FOUND),
                Map.entry("fk_lead_import_rows_import_id", CrmProblem.IMPORT_NOT_FOUND),
                Map.entry("fk_lead_tag_links_lead_id", CrmProblem.LEAD_NOT_FOUND),
                Map.entry("fk_lead_tag_links_tag_id", CrmProblem.TAG_NOT_FOUND));
    }
}
