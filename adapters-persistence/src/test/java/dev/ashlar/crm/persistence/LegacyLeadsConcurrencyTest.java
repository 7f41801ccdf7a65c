// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.crm.application.LegacyLeadWorkflow;
import dev.ashlar.crm.application.NewLead;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One-shot commands of crm beside each other, and beside administrators. */
@ServiceTest
class LegacyLeadsConcurrencyTest {
    private final Actor admin = new Actor(Prospects.user(), Role.ADMIN, Prospects.PLATFORM);
    private final LegacyLeadWorkflow legacy;
    private final CrmServices services;
    private final AccountSeeds accounts;
    private final TransactionTemplate transaction;
    private final FreshDatabase.Switch database;
    private final JdbcClient psql;

    @Autowired
    LegacyLeadsConcurrencyTest(
            LegacyLeadWorkflow legacy,
            CrmServices services,
            AccountSeeds accounts,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.legacy = legacy;
        this.services = services;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.psql = database.database().psql();
    }

    @Race(3)
    void copiesSideBySideMakeOneLeadOfEachRow() {
        psql.sql("""
                        INSERT INTO crm.raw_leads (id, name, email, created_at)
                        SELECT gen_random_uuid(), 'Ada', gen_random_uuid() || '@example.com', now()
                        FROM generate_series(1, 700)""").update();

        var outcomes = Together.run(4, _ -> () -> legacy.copyAll(false, _ -> {}).changed());

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.succeeded()).isTrue());
        assertThat(outcomes.stream().mapToInt(Outcome::value).sum()).isEqualTo(700);
        assertThat(count("crm.raw_leads AS r JOIN crm.leads AS l ON l.legacy_raw_id = r.id"))
                .isEqualTo(count("crm.raw_leads"));
    }

    /** The copy waits for the lead of its second row when it has read both. */
    @Test
    void anErasureWaitsForACopyThatHasReadTheAddress() {
        var email = Prospects.email();
        var other = Prospects.email();
        for (var address : List.of(email, other)) {
            psql.sql("INSERT INTO crm.raw_leads (id, name, email, source, created_at) VALUES (?, 'Ada', ?, ?, now())")
                    .params(Prospects.id(), address, Prospects.FAIR)
                    .update();
        }
        var held = new CountDownLatch(1);
        var erased = new AtomicBoolean();

        var outcomes = Together.run(3, number -> () -> {
            switch (number) {
                case 0 ->
                    transaction.executeWithoutResult(meeting -> {
                        services.leads().create(admin, new NewLead("Bob", other, null, Prospects.FAIR));
                        held.countDown();
                        await().until(() -> erased.get() || database.database().waiting() > 1);
                        meeting.setRollbackOnly(); // so that the copy of this row succeeds as well
                    });
                case 1 -> {
                    held.await();
                    legacy.copyAll(false, _ -> {});
                }
                default -> {
                    held.await();
                    await().until(() -> database.database().waiting() > 0);
                    services.erasure().eraseAddress(Prospects.user(), email, Prospects.NOW);
                    erased.set(true);
                }
            }
            return number;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count("crm.leads WHERE email = '" + email + "'")).isZero();
        assertThat(count("crm.raw_leads WHERE email = '" + email + "'")).isZero();
    }

    @Race(5)
    void anOwnerWhomAnAdministratorChoosesStays() {
        var chosen = account(Role.SALES);
        var user = account(Role.STUDENT);
        services.applicants().meet(user, new ApplicationId(Prospects.id()), Prospects.PLATFORM, Prospects.NOW);
        psql.sql("UPDATE identity.users SET sales_head_id = ? WHERE id = ?")
                .params(account(Role.SALES).value(), user.value())
                .update();
        var lead = psql.sql("SELECT id FROM crm.leads WHERE user_id = ?")
                .param(user.value())
                .query((row, number) -> new LeadId(row.getObject(1, UUID.class)))
                .single();

        var outcomes = Together.run(
                4,
                number -> () -> number == 0
                        ? services.progress().assign(admin, lead, chosen).version()
                        : legacy.assignAllOwners(false, _ -> {}).changed());

        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.succeeded()).isTrue());
        assertThat(psql.sql("SELECT owner_id FROM crm.leads WHERE id = ?")
                        .param(lead.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(chosen.value());
    }

    private UserId account(Role role) {
        return accounts.create(
                People.registration("p" + UUID.randomUUID().toString().substring(0, 20)), role, People.PASSWORD_HASH);
    }

    private long count(String from) {
        return psql.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }
}
