// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.crm.application.LegacyLeadWorkflow;
import dev.ashlar.crm.application.LegacyProgress;
import dev.ashlar.crm.domain.Lead;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One-shot commands of crm on real PostgreSQL, run twice. */
@ServiceTest
class LegacyLeadsTest {
    private final LegacyLeadWorkflow legacy;
    private final LeadMapper leads;
    private final AccountSeeds accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;

    @Autowired
    LegacyLeadsTest(
            LegacyLeadWorkflow legacy,
            LeadMapper leads,
            AccountSeeds accounts,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.legacy = legacy;
        this.leads = leads;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @Test
    void copiesEachRowOnce() {
        psql.sql("""
                        INSERT INTO crm.raw_leads (id, name, email, phone, source, platform, created_at)
                        SELECT gen_random_uuid(), 'Ada ' || n, 'ada' || n || '@example.com', '030 ' || n, 'Old CRM', 'lms', now()
                        FROM generate_series(1, 1201) AS n""").update();
        psql.sql("""
                        INSERT INTO crm.raw_leads (id, name, email, source, created_at)
                        VALUES
                            (gen_random_uuid(), 'Again', 'ADA1@example.com', 'old crm', now()),
                            (gen_random_uuid(), 'Broken', 'no address', NULL, now())""").update();
        List<LegacyProgress> batches = new ArrayList<>();

        assertThat(legacy.copyAll(true, batches::add).changed()).isEqualTo(1202);
        assertThat(batches).extracting(LegacyProgress::read).containsExactly(500, 1000, 1203);
        assertThat(copies()).isZero();

        assertThat(legacy.copyAll(false, batches::add).changed()).isEqualTo(1201);
        assertThat(legacy.copyAll(false, batches::add).changed()).isZero();
        assertThat(copies()).isEqualTo(1201);
    }

    @Test
    void givesLeadsTheSalesHeadsOfTheirUsers() {
        var head = account("saleshead", Role.SALES);
        var user = account("followed", Role.STUDENT);
        psql.sql("UPDATE identity.users SET sales_head_id = ? WHERE id = ?")
                .params(head.value(), user.value())
                .update();
        var followed = Prospects.applied(null, user, Prospects.email());
        var nobodys = Prospects.applied(null, account("nobodys", Role.STUDENT), Prospects.email());
        transaction.executeWithoutResult(_ -> {
            leads.insert(followed);
            leads.insert(nobodys);
        });

        assertThat(legacy.assignAllOwners(true, _ -> {}))
                .isEqualTo(new LegacyProgress(nobodys.id().value(), 2, 1));
        assertThat(isSeenBy(head, followed)).isFalse();

        assertThat(legacy.assignAllOwners(false, _ -> {}).changed()).isEqualTo(1);
        assertThat(legacy.assignAllOwners(false, _ -> {}).changed()).isZero();
        assertThat(isSeenBy(head, followed)).isTrue();
        assertThat(isSeenBy(head, nobodys)).isFalse();
    }

    private boolean isSeenBy(UserId head, Lead lead) {
        return Boolean.TRUE.equals(transaction.execute(
                _ -> leads.find(Prospects.scopeOf(head), lead.id()).isPresent()));
    }

    private UserId account(String name, Role role) {
        return accounts.create(People.registration(name), role, People.PASSWORD_HASH);
    }

    private long copies() {
        return psql.sql("SELECT count(*) FROM crm.leads WHERE legacy_raw_id IS NOT NULL")
                .query(Long.class)
                .single();
    }
}
