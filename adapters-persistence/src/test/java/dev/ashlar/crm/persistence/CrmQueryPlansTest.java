// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.QueryPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Indexes for the queries of crm. */
@PersistenceTest
@Transactional
@Kills(mutant = "index ix_lead_tag_links_tag_id", test = "everyQueryUsesAnIndex")
@Kills(mutant = "index ix_leads_name_search", test = "theSearchForSimilarNamesUsesTrigrams")
@Kills(mutant = "index ix_leads_phone", test = "everyQueryUsesAnIndex")
@Kills(mutant = "index ix_leads_platform", test = "everyQueryUsesAnIndex")
@Kills(mutant = "index ix_leads_search", test = "theSearchForLeadsUsesTrigrams")
class CrmQueryPlansTest {
    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "crm.leads WHERE platform = 'lms' AND id < ID ORDER BY id DESC LIMIT 9; ix_leads_platform",
                "crm.leads WHERE platform = 'lms' AND owner_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_leads_owner_id",
                "crm.leads WHERE platform = 'lms' AND status = 'lost' AND id < ID ORDER BY id DESC LIMIT 9; ix_leads_status",
                "crm.leads WHERE platform = 'lms' AND source = 'fair' AND id < ID ORDER BY id DESC LIMIT 9; ix_leads_source",
                "crm.leads WHERE phone = '+4930123456' ORDER BY id LIMIT 1; ix_leads_phone",
                "crm.leads WHERE lower(email) = 'a@example.com' AND source = 'fair' AND status <> 'archived';"
                        + " uq_leads_email_source",
                "crm.leads WHERE user_id = ID AND status IN ('active', 'lost'); (uq_leads_user_id_source|ix_leads_user_id)",
                "crm.leads WHERE user_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_leads_user_id",
                "crm.leads WHERE merged_into_id = ID; ix_leads_merged_into_id",
                "crm.lead_activities WHERE lead_id = ID AND id < ID ORDER BY id DESC LIMIT 9; ix_lead_activities_lead_id",
                "crm.lead_tag_links WHERE tag_id = ID; ix_lead_tag_links_tag_id",
                "crm.lead_imports WHERE owner_id = ID AND platform = 'lms' AND id < ID ORDER BY id DESC LIMIT 9;"
                        + " ix_lead_imports_owner_id",
                "crm.lead_imports WHERE status = 'running' ORDER BY updated_at, id LIMIT 1; ix_lead_imports_status",
                "crm.lead_import_rows WHERE import_id = ID AND outcome IS NULL ORDER BY number LIMIT 9;"
                        + " ix_lead_import_rows_outcome",
                "crm.sales_heads WHERE lower(team) = 'north' AND is_active ORDER BY user_id; ix_sales_heads_team"
            })
    void everyQueryUsesAnIndex(String query, String index) {
        QueryPlans.assertIndex(jdbc, query, index);
    }

    @Test
    void theSearchForLeadsUsesTrigrams() {
        assertUses("search LIKE kernel.containing('lovelace')", "ix_leads_search");
    }

    @Test
    void theSearchForSimilarNamesUsesTrigrams() {
        assertUses("name_search OPERATOR(kernel.%) 'ada lovelace'", "ix_leads_name_search");
    }

    private void assertUses(String condition, String index) {
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        assertThat(jdbc.sql("EXPLAIN SELECT FROM crm.leads WHERE " + condition)
                        .query((line, number) -> line.getString(1))
                        .list())
                .anyMatch(line -> line.contains(index));
    }
}
