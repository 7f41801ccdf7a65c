// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.publishing.persistence;

import static dev.ashlar.publishing.persistence.PublishingPeople.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.publishing.application.ProfileCopyService;
import dev.ashlar.publishing.application.ProfileReconciliationWorkflow;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Comparison of the copies of profiles with the profiles themselves. */
@ServiceTest
@Tag("rule-ledger-chain")
class ProfileReconciliationTest {
    private static final String DRIFTS = """
            SELECT count(*)
            FROM identity.users u
            JOIN identity.profiles p ON p.user_id = u.id
            LEFT JOIN publishing.people c ON c.user_id = u.id
            WHERE (c.username, c.display_name, c.bio, c.avatar_url)
              IS DISTINCT FROM (u.username, p.display_name, p.bio, p.avatar_url)""";

    private final AccountSeeds accounts;
    private final ProfileReconciliationWorkflow job;
    private final ProfileCopyService service;
    private final JdbcClient owner;

    @Autowired
    ProfileReconciliationTest(
            AccountSeeds accounts,
            ProfileReconciliationWorkflow job,
            ProfileCopyService service,
            FreshDatabase.Switch database) {
        this.accounts = accounts;
        this.job = job;
        this.service = service;
        this.owner = database.database().psql();
    }

    @BeforeEach
    void meetManyPeople() {
        if (owner.sql("SELECT count(*) FROM identity.users").query(Long.class).single() == 0) {
            user(accounts, "first", Role.STUDENT);
            owner.sql("""
                            INSERT INTO identity.users (id, email, username, password_hash, first_name, last_name, metadata, created_at, updated_at)
                              SELECT gen_random_uuid(), 'p' || n || '@example.org', 'person-' || n, u.password_hash, 'First', 'Last', u.metadata, now(), now()
                              FROM identity.users u CROSS JOIN generate_series(1, 1100) n""").update();
            owner.sql("""
                            INSERT INTO identity.profiles (user_id, display_name, time_zone, locale, created_at, updated_at)
                              SELECT id, username, 'UTC', 'en', now(), now() FROM identity.users WHERE username <> 'first'""").update();
        }
    }

    @Test
    void fillsAllCopies() {
        owner.sql("DELETE FROM publishing.people").update();
        job.reconcile();
        assertThat(drifts()).isZero();
        assertThat(owner.sql("SELECT count(*) FROM publishing.people")
                        .query(Long.class)
                        .single())
                .isEqualTo(1101);
    }

    @Test
    void repairsWhatWasChangedWithoutAnEvent() {
        job.reconcile();
        for (var change : List.of(
                "UPDATE publishing.people SET username = 'wrong' WHERE username = 'person-1'",
                "UPDATE publishing.people SET bio = 'wrong' WHERE username = 'person-700'",
                "DELETE FROM publishing.people WHERE username = 'person-1100'")) {
            owner.sql(change).update();
        }
        assertThat(drifts()).isEqualTo(3);
        job.reconcile();
        assertThat(drifts()).isZero();
        assertThat(service.repairAfter(null).repaired()).isZero();
    }

    private long drifts() {
        return owner.sql(DRIFTS).query(Long.class).single();
    }
}
