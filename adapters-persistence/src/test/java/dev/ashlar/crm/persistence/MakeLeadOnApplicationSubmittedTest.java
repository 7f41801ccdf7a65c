// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.admissions.ApplicationSubmitted;
import dev.ashlar.admissions.BatchId;
import dev.ashlar.admissions.CourseId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hook of crm on submitted applications, in the transaction of the publisher. */
@ServiceTest
class MakeLeadOnApplicationSubmittedTest {
    private final ApplicationEventPublisher events;
    private final AccountSeeds accounts;
    private final TransactionTemplate submission;
    private final JdbcClient psql;
    private UserId applicant = Prospects.user();

    @Autowired
    MakeLeadOnApplicationSubmittedTest(
            ApplicationEventPublisher events,
            AccountSeeds accounts,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.events = events;
        this.accounts = accounts;
        this.submission = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @BeforeEach
    void register() {
        var name = "p" + UUID.randomUUID().toString().substring(0, 20);
        applicant = accounts.create(People.registration(name), Role.STUDENT, People.PASSWORD_HASH);
    }

    @Test
    @Tag("rule-hooks-fire")
    void aSubmissionMakesALeadOfItsPlatform() {
        submission.executeWithoutResult(_ -> submit());

        assertThat(psql.sql("SELECT source || ' ' || platform || ' ' || status FROM crm.leads WHERE user_id = ?")
                        .param(applicant.value())
                        .query(String.class)
                        .list())
                .containsExactly("my-analytics-school lms active");
    }

    @Test
    @Tag("rule-idempotent-hooks")
    void aSecondEventMakesNoSecondLead() {
        submission.executeWithoutResult(_ -> submit());
        submission.executeWithoutResult(_ -> submit());

        assertThat(leads()).isEqualTo(1);
    }

    @Test
    @Tag("rule-hooks-join-transaction")
    void aSubmissionThatIsUndoneMakesNoLead() {
        submission.executeWithoutResult(transaction -> {
            submit();
            transaction.setRollbackOnly();
        });

        assertThat(leads()).isZero();
    }

    private long leads() {
        return psql.sql("SELECT count(*) FROM crm.leads WHERE user_id = ?")
                .param(applicant.value())
                .query(Long.class)
                .single();
    }

    private void submit() {
        events.publishEvent(new ApplicationSubmitted(
                new ApplicationId(Prospects.id()),
                "7Q2M-9XD4-T1BK",
                applicant,
                new CourseId(Prospects.id()),
                new BatchId(Prospects.id()),
                Prospects.PLATFORM,
                Prospects.NOW));
    }
}
