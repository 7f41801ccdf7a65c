// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.identity.AddressErased;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hook of crm on erased addresses, in the transaction of the publisher. */
@ServiceTest
class EraseLeadsOnAddressErasedTest {
    private final String email = Prospects.email();
    private final Lead lead =
            Prospects.lead(null, LeadContact.of("Ada Lovelace", email, "+4930123456", Prospects.NUMBERS));
    private final LeadMapper leads;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate deletion;
    private final JdbcClient psql;

    @Autowired
    EraseLeadsOnAddressErasedTest(
            LeadMapper leads,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.leads = leads;
        this.events = events;
        this.deletion = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @BeforeEach
    void meetThePersonOnThreeWays() {
        deletion.executeWithoutResult(_ -> leads.insert(lead));
        psql.sql("""
                        INSERT INTO crm.raw_leads (id, name, email, phone, created_at)
                        VALUES
                          (gen_random_uuid(), 'Ada', ' ' || upper(:email) || ' ', '1', now()),
                          (gen_random_uuid(), 'Bob', 'other-' || :email, '1', now())""").param("email", email).update();
        psql.sql("""
                        WITH import AS (
                          INSERT INTO crm.lead_imports (id, file_name, format, platform, owner_id, created_at, updated_at)
                          VALUES (gen_random_uuid(), 'fair.csv', 'csv', 'lms', gen_random_uuid(), now(), now())
                          RETURNING id
                        )
                        INSERT INTO crm.lead_import_rows (import_id, number, name, email, phone, created_at, updated_at)
                        SELECT i.id, r.number, 'Ada', r.email, '1', now(), now()
                        FROM import AS i
                        CROSS JOIN (VALUES (1, upper(:email)), (2, 'other-' || :email)) AS r (number, email)""").param("email", email).update();
    }

    @Test
    @Tag("rule-hooks-fire")
    void anErasedAddressLeavesNothingOfThePersonInCrm() {
        deletion.executeWithoutResult(_ -> announce());

        assertThat(kept("crm.leads")).isZero();
        assertThat(kept("crm.raw_leads")).isZero();
        assertThat(kept("crm.lead_import_rows")).isZero();
        assertThat(rows("crm.raw_leads WHERE name = 'Bob' AND email = 'other-' || :email AND NOT is_erased"))
                .isEqualTo(1);
        assertThat(rows("crm.lead_import_rows WHERE email = 'other-' || :email AND name = 'Ada'"))
                .isEqualTo(1);
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void aSecondEventChangesNothing() {
        deletion.executeWithoutResult(_ -> announce());
        var version = version();
        deletion.executeWithoutResult(_ -> announce());

        assertThat(version()).isEqualTo(version);
        assertThat(kept("crm.leads")).isZero();
    }

    @Test
    @Tag("rule-hooks-join-transaction")
    void aDeletionThatIsUndoneErasesNothing() {
        deletion.executeWithoutResult(transaction -> {
            announce();
            transaction.setRollbackOnly();
        });

        assertThat(kept("crm.leads")).isEqualTo(1);
        assertThat(kept("crm.raw_leads")).isEqualTo(1);
        assertThat(kept("crm.lead_import_rows")).isEqualTo(1);
    }

    @Test
    void rowsOfTheLegacySystemAreOtherwiseNotChanged() {
        for (var change : new String[] {
            "SET name = 'x'",
            "SET name = NULL, email = NULL, phone = NULL",
            "SET name = NULL, email = NULL, phone = NULL, is_erased = true, source = 'x'"
        }) {
            assertThatThrownBy(() -> psql.sql("UPDATE crm.raw_leads " + change).update())
                    .rootCause()
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(() ->
                        psql.sql("UPDATE crm.raw_leads SET is_erased = true").update())
                .rootCause()
                .hasMessageContaining("chk_raw_leads_erased");
    }

    private void announce() {
        events.publishEvent(new AddressErased(Prospects.user(), email.toUpperCase(Locale.ROOT), Prospects.NOW));
    }

    private long kept(String table) {
        return rows(table + " WHERE lower(btrim(email)) = :email");
    }

    private long rows(String wanted) {
        return psql.sql("SELECT count(*) FROM " + wanted)
                .param("email", email)
                .query(Long.class)
                .single();
    }

    private int version() {
        return psql.sql("SELECT version FROM crm.leads WHERE id = ?")
                .param(lead.id().value())
                .query(Integer.class)
                .single();
    }
}
