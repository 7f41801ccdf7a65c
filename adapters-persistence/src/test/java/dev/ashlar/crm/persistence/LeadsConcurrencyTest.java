// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.admissions.ApplicationId;
import dev.ashlar.crm.application.NewLead;
import dev.ashlar.crm.domain.CrmProblem;
import dev.ashlar.crm.domain.LeadId;
import dev.ashlar.crm.domain.LeadOrigin;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.identity.application.AccountSeeds;
import dev.ashlar.identity.domain.People;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.KernelProblem;
import dev.ashlar.kernel.ProblemType;
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

/** Concurrent applications, creations and merges of leads. */
@ServiceTest
class LeadsConcurrencyTest {
    private final Actor admin = new Actor(Prospects.user(), Role.ADMIN, Prospects.PLATFORM);
    private final CrmServices services;
    private final AccountSeeds accounts;
    private final TransactionTemplate transaction;
    private final FreshDatabase.Switch database;
    private final JdbcClient psql;

    @Autowired
    LeadsConcurrencyTest(
            CrmServices services,
            AccountSeeds accounts,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.services = services;
        this.accounts = accounts;
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.psql = database.database().psql();
    }

    @Race(5)
    void applicationsAtOnceMakeOneLead() {
        var applicant = account();

        var outcomes = Together.run(
                8,
                _ -> () -> services.applicants()
                        .meet(applicant, new ApplicationId(Prospects.id()), Prospects.PLATFORM, Prospects.NOW));

        assertThat(outcomes).extracting(Outcome::value).containsOnlyOnce(1).containsOnly(0, 1);
        assertThat(count("crm.leads WHERE user_id = ?", applicant.value())).isEqualTo(1);
        assertThat(count(
                        "crm.lead_activities AS a JOIN crm.leads AS l ON l.id = a.lead_id WHERE l.user_id = ?",
                        applicant.value()))
                .isEqualTo(1);
    }

    @Race(5)
    void aSourceGetsOneLeadOfAnEmailAddress() {
        var email = Prospects.email();

        var outcomes = Together.run(
                8,
                _ -> () -> services.leads()
                        .create(admin, new NewLead("Ada", email, null, Prospects.FAIR))
                        .id());

        assertThat(successes(outcomes, CrmProblem.LEAD_EXISTS)).isEqualTo(1);
    }

    @Race(5)
    void ofMergesThatCrossEachOtherOneWins() {
        var one = lead();
        var other = lead();

        var outcomes = Together.run(
                8,
                number -> () -> number % 2 == 0
                        ? services.merges().merge(admin, one, other).id()
                        : services.merges().merge(admin, other, one).id());

        assertThat(successes(outcomes, CrmProblem.LEAD_ARCHIVED)).isEqualTo(1);
        assertThat(count("crm.leads WHERE status = 'archived' AND id IN (?, ?)", one.value(), other.value()))
                .isEqualTo(1);
    }

    @Race(3)
    void ofEditsOfOneVersionOneWins() {
        var id = lead();

        var outcomes = Together.run(
                8,
                number -> () -> services.leads()
                        .edit(admin, id, 0, Prospects.named("Ada " + number))
                        .version());

        assertThat(successes(outcomes, KernelProblem.STALE_VERSION)).isEqualTo(1);
    }

    @Race(3)
    void aLeadIsConvertedOnce() {
        var id = lead();

        var outcomes = Together.run(
                8, _ -> () -> services.progress().convert(admin, id, null).version());

        assertThat(successes(outcomes, CrmProblem.ILLEGAL_TRANSITION)).isEqualTo(1);
        assertThat(count("crm.lead_activities WHERE type = 'converted' AND lead_id = ?", id.value()))
                .isEqualTo(1);
    }

    @Race(5)
    void mergesInACircleLeaveOneLead() {
        var leads = List.of(lead(), lead(), lead());

        Together.run(
                3,
                number -> () -> services.merges()
                        .merge(admin, leads.get(number), leads.get((number + 1) % 3))
                        .id());

        assertThat(count(
                        "crm.leads AS l JOIN crm.leads AS m ON m.id = l.merged_into_id WHERE m.status = 'archived'"
                                + " AND l.id IN (?, ?, ?)",
                        leads.get(0).value(),
                        leads.get(1).value(),
                        leads.get(2).value()))
                .as("leads that name an archived one")
                .isZero();
        assertThat(count(
                        "crm.leads WHERE status <> 'archived' AND id IN (?, ?, ?)",
                        leads.get(0).value(),
                        leads.get(1).value(),
                        leads.get(2).value()))
                .isEqualTo(1);
    }

    @Test
    void anEnrollmentConvertsTheLeadToWhichAMergeGivesTheAccount() {
        var applicant = account();
        var older = lead();

        duringMerge(older, applied(applicant), () -> services.applicants().convert(applicant, Prospects.NOW));

        assertThat(count("crm.leads WHERE status = 'converted' AND id = ?", older.value()))
                .isEqualTo(1);
    }

    @Test
    void aDeletedAccountIsErasedFromTheLeadToWhichAMergeGivesIt() {
        var applicant = account();
        var older = lead();
        var younger = applied(applicant);

        duringMerge(older, younger, () -> services.erasure().erase(applicant, Prospects.NOW));

        assertThat(count("crm.leads WHERE email IS NULL AND id IN (?, ?)", older.value(), younger.value()))
                .isEqualTo(2);
    }

    @Test
    void aVerificationDuringASubmissionCompletesTheLead() {
        var applicant = account();
        verify(applicant, false);
        var submitted = new CountDownLatch(1);
        var verified = new AtomicBoolean();

        var outcomes = Together.run(2, number -> () -> {
            if (number == 0) {
                transaction.executeWithoutResult(_ -> {
                    services.applicants()
                            .meet(applicant, new ApplicationId(Prospects.id()), Prospects.PLATFORM, Prospects.NOW);
                    verify(applicant, true);
                    submitted.countDown();
                    await().until(() -> verified.get() || database.database().waiting() > 0);
                });
            } else {
                submitted.await();
                services.applicants().verify(applicant, Prospects.NOW);
                verified.set(true);
            }
            return number;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count("crm.leads WHERE email NOT LIKE '%@unknown.invalid' AND user_id = ?", applicant.value()))
                .isEqualTo(1);
    }

    @Test
    void aVerificationLeavesALeadThatAMergeArchives() {
        var applicant = account();
        verify(applicant, false);
        var own = applied(applicant);
        var older = lead();
        var met = lead();
        psql.sql("UPDATE crm.leads SET source = ?, email = (SELECT email FROM identity.users WHERE id = ?)"
                        + " WHERE id = ?")
                .params(LeadOrigin.APPLICATIONS, applicant.value(), met.value())
                .update();
        verify(applicant, true);

        duringMerge(older, met, () -> services.applicants().verify(applicant, Prospects.NOW));

        assertThat(count("crm.leads WHERE merged_into_id = ? AND id = ?", older.value(), met.value()))
                .isEqualTo(1);
        assertThat(count(
                        "crm.leads WHERE status = 'active' AND email NOT LIKE '%@unknown.invalid' AND id = ?",
                        own.value()))
                .isEqualTo(1);
    }

    private void verify(UserId user, boolean isVerified) {
        psql.sql("UPDATE identity.users SET email_verified_at = CASE WHEN ? THEN now() END WHERE id = ?")
                .params(isVerified, user.value())
                .update();
    }

    /** Runs a task that waits for a merge, which ends then. */
    private void duringMerge(LeadId one, LeadId other, Runnable task) {
        var merged = new CountDownLatch(1);
        var outcomes = Together.run(2, number -> () -> {
            if (number == 0) {
                transaction.executeWithoutResult(_ -> {
                    services.merges().merge(admin, one, other);
                    merged.countDown();
                    await().until(() -> database.database().waiting() > 0);
                });
            } else {
                merged.await();
                task.run();
            }
            return number;
        });
        assertThat(outcomes).allMatch(Outcome::succeeded);
    }

    private UserId account() {
        var name = "p" + UUID.randomUUID().toString().substring(0, 20);
        return accounts.create(People.registration(name), Role.STUDENT, People.PASSWORD_HASH);
    }

    private LeadId applied(UserId applicant) {
        services.applicants().meet(applicant, new ApplicationId(Prospects.id()), Prospects.PLATFORM, Prospects.NOW);
        return psql.sql("SELECT id FROM crm.leads WHERE user_id = ?")
                .param(applicant.value())
                .query((row, number) -> new LeadId(row.getObject(1, UUID.class)))
                .single();
    }

    private LeadId lead() {
        return services.leads()
                .create(admin, new NewLead("Ada", Prospects.email(), null, Prospects.FAIR))
                .id();
    }

    private static long successes(List<? extends Outcome<?>> outcomes, ProblemType refusal) {
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.succeeded())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                DomainException.class,
                                failure -> assertThat(failure.type()).isEqualTo(refusal)));
        return outcomes.stream().filter(Outcome::succeeded).count();
    }

    private long count(String fromWhere, Object... parameters) {
        return psql.sql("SELECT count(*) FROM " + fromWhere)
                .params(parameters)
                .query(Long.class)
                .single();
    }
}
