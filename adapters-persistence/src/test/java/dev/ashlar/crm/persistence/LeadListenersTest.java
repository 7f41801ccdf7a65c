// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.ApplicationEnrolled;
import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.LeadContact;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.identity.AddressVerified;
import dev.ashlar.identity.UserDeleted;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Listeners of crm after the commits of other contexts. */
@ServiceTest
class LeadListenersTest {
    private final UserId person = Prospects.user();
    private final Lead lead = Prospects.applied(null, person, Prospects.email());
    private final LeadMapper leads;
    private final Announcer announcer;
    private final AccountSeeds accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final JdbcClient psql;

    @Autowired
    LeadListenersTest(
            LeadMapper leads,
            Announcer announcer,
            AccountSeeds accounts,
            PlatformTransactionManager transactions,
            JdbcClient jdbc,
            FreshDatabase.Switch database) {
        this.leads = leads;
        this.announcer = announcer;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.jdbc = jdbc;
        this.psql = database.database().psql();
    }

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void anEnrollmentConvertsTheLead() {
        transaction.executeWithoutResult(_ -> leads.insert(lead));
        var enrolled = new ApplicationEnrolled(
                new ApplicationId(Prospects.id()), person, new BatchId(Prospects.id()), Prospects.NOW);

        announcer.announce(enrolled);
        announcer.announce(enrolled);

        assertThat(status()).isEqualTo("converted");
        assertThat(jdbc.sql("SELECT count(*) FROM crm.lead_activities WHERE type = 'converted' AND lead_id = ?")
                        .param(lead.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void aVerifiedAddressCompletesTheLeadOfTheApplicant() {
        var name = "p" + person.value().toString().substring(0, 20);
        var applicant = accounts.create(People.registration(name), Role.STUDENT, People.PASSWORD_HASH);
        var known = Prospects.lead(
                null, LeadContact.of("Ada", People.registration(name).email(), null, Prospects.NUMBERS));
        transaction.executeWithoutResult(_ -> {
            leads.insert(Prospects.applied(null, applicant, "x@unknown.invalid"));
            leads.insert(known);
        });
        psql.sql("UPDATE crm.leads SET source = 'my-analytics-school' WHERE id = ?")
                .param(known.id().value())
                .update();

        announcer.announce(new AddressVerified(applicant, Prospects.NOW));
        announcer.announce(new AddressVerified(applicant, Prospects.NOW));

        assertThat(psql.sql(
                                "SELECT status || ' ' || email || ' ' || version FROM crm.leads WHERE user_id = ? ORDER BY status")
                        .param(applicant.value())
                        .query(String.class)
                        .list())
                .containsExactly("active " + People.registration(name).email() + " 1", "archived x@unknown.invalid 1");
    }

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void aDeletedAccountLeavesAnEmptyLead() {
        transaction.executeWithoutResult(_ -> leads.insert(lead));

        announcer.announce(new UserDeleted(person, Prospects.NOW));
        announcer.announce(new UserDeleted(person, Prospects.NOW));

        assertThat(status()).isEqualTo("archived");
        assertThat(jdbc.sql("SELECT num_nonnulls(email, phone, phone_typed) FROM crm.leads WHERE id = ?")
                        .param(lead.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aDeletedAccountLeavesNothingInTheRowThatItsLeadWasCopiedFrom() {
        var raw = Prospects.id();
        psql.sql(
                        "INSERT INTO crm.raw_leads (id, name, email, phone, created_at) VALUES (?, 'Ada', 'x@y.example', '1', now())")
                .param(raw)
                .update();
        transaction.executeWithoutResult(_ -> leads.insert(lead));
        psql.sql("UPDATE crm.leads SET legacy_raw_id = ? WHERE id = ?")
                .param(raw)
                .param(lead.id().value())
                .update();
        psql.sql(
                        "INSERT INTO crm.lead_activities (id, lead_id, type, note, created_at) VALUES (?, ?, 'call', 'Is ill', now())")
                .param(Prospects.id())
                .param(lead.id().value())
                .update();

        announcer.announce(new UserDeleted(person, Prospects.NOW));

        assertThat(psql.sql("SELECT num_nonnulls(name, email, phone) FROM crm.raw_leads WHERE id = ?")
                        .param(raw)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(psql.sql("SELECT count(*) FROM crm.lead_activities WHERE lead_id = ?")
                        .param(lead.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String status() {
        return jdbc.sql("SELECT status::text FROM crm.leads WHERE id = ?")
                .param(lead.id().value())
                .query(String.class)
                .single();
    }
}
