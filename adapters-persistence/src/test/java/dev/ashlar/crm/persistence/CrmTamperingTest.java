// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.crm.domain.ActivityType;
import dev.ashlar.crm.domain.CrmStores;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadActivity;
import dev.ashlar.crm.domain.LeadActivityId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.crm.domain.SalesHead;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Privileges;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals of PostgreSQL itself, to the owner of the tables and to the application. */
@PersistenceTest
@Kills(mutant = "index uq_lead_tags_name", test = "refusesASecondTagOfTheSameName")
class CrmTamperingTest {
    private final CrmStores stores;
    private final TransactionTemplate transaction;
    private final JdbcClient application;
    private final JdbcClient psql;
    private UUID one = UUID.randomUUID();
    private UUID other = UUID.randomUUID();

    @Autowired
    CrmTamperingTest(
            CrmMappers mappers,
            PlatformTransactionManager transactions,
            JdbcClient application,
            FreshDatabase.Switch database) {
        this.stores = mappers.stores();
        this.transaction = new TransactionTemplate(transactions);
        this.application = application;
        this.psql = database.database().psql();
    }

    @BeforeEach
    void meetTwoPeople() {
        transaction.executeWithoutResult(_ -> {
            one = stored(Prospects.lead(Prospects.user()));
            other = stored(Prospects.applied(null, Prospects.user(), Prospects.email()));
            stores.heads().appoint(new SalesHead(Prospects.user(), "North"), Prospects.NOW);
        });
    }

    private UUID stored(Lead lead) {
        var tag = Prospects.tag();
        stores.leads().insert(lead);
        stores.tags().insert(tag);
        stores.tags().link(lead.id(), List.of(tag.id()), Prospects.user(), Prospects.NOW);
        stores.activities()
                .insert(List.of(LeadActivity.of(
                        new LeadActivityId(Prospects.id()),
                        lead.id(),
                        ActivityType.CREATED,
                        null,
                        null,
                        lead.createdAt())));
        return lead.id().value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE crm.leads SET email = NULL WHERE id = :one; chk_leads_contact",
                "UPDATE crm.leads SET email = 'x' WHERE id = :one; chk_leads_email",
                "UPDATE crm.leads SET phone = '+4930123456' WHERE id = :one; chk_leads_number",
                "UPDATE crm.leads SET phone = '030123456', phone_typed = 'x' WHERE id = :one; chk_leads_phone",
                "UPDATE crm.leads SET source = 'Fair' WHERE id = :one; chk_leads_source",
                "UPDATE crm.leads SET platform = '' WHERE id = :one; chk_leads_platform",
                "UPDATE crm.leads SET name = '' WHERE id = :one; chk_leads_name",
                "UPDATE crm.leads SET application_id = gen_random_uuid() WHERE id = :one; chk_leads_application_id",
                "UPDATE crm.leads SET status = 'converted' WHERE id = :one; chk_leads_converted_at",
                "UPDATE crm.leads SET merged_into_id = :other WHERE id = :one; chk_leads_merged_into_id",
                "UPDATE crm.leads SET merged_into_id = id, status = 'archived' WHERE id = :one; chk_leads_merged_into_id",
                "UPDATE crm.leads SET merged_into_id = gen_random_uuid(), status = 'archived' WHERE id = :one;"
                        + " fk_leads_merged_into_id",
                "UPDATE crm.leads SET legacy_raw_id = gen_random_uuid() WHERE id = :one; fk_leads_legacy_raw_id",
                "UPDATE crm.leads SET source = 'my-analytics-school', user_id = (SELECT user_id FROM crm.leads WHERE id = :other)"
                        + " WHERE id = :one; uq_leads_user_id_source",
                "UPDATE crm.leads SET source = 'my-analytics-school',"
                        + " email = (SELECT upper(email) FROM crm.leads WHERE id = :other) WHERE id = :one;"
                        + " uq_leads_email_source",
                "UPDATE crm.sales_heads SET team = ''; chk_sales_heads_team",
                "UPDATE crm.lead_activities SET note = 'x'; append-only",
                "TRUNCATE crm.lead_activities; append-only",
                "UPDATE crm.lead_tags SET name = 'x'; append-only",
                "DELETE FROM crm.raw_leads; append-only",
                "DELETE FROM crm.leads WHERE id = :one; lead_id"
            })
    void theDatabaseRefusesInvalidRows(String sql, String refusal) {
        assertThatThrownBy(() ->
                        psql.sql(sql).param("one", one).param("other", other).update())
                .rootCause()
                .hasMessageContaining(refusal);
    }

    @Test
    void refusesASecondTagOfTheSameName() {
        assertThatThrownBy(() -> psql.sql("""
                                INSERT INTO crm.lead_tags (id, name, created_at)
                                SELECT gen_random_uuid(), upper(name), now() FROM crm.lead_tags""").update()).rootCause().hasMessageContaining("uq_lead_tags_name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM crm.leads",
                "DELETE FROM crm.sales_heads",
                "UPDATE crm.lead_activities SET note = 'x'",
                "UPDATE crm.lead_tag_links SET tagged_by = lead_id",
                "UPDATE crm.raw_leads SET source = 'x'",
                "TRUNCATE crm.lead_activities",
                "ALTER TABLE crm.leads DROP CONSTRAINT chk_leads_contact",
                "CREATE TABLE crm.more (id int)"
            })
    void theApplicationLacksThePrivilege(String sql) {
        Privileges.assertRefused(application, sql);
    }
}
