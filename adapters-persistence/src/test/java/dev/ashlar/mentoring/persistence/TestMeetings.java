// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.mentoring.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.DomainException;
import dev.ashlar.kernel.ProblemType;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.ViolatedConstraints;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.mentoring.SlotId;
import dev.ashlar.mentoring.application.MentorProfileView;
import dev.ashlar.mentoring.application.MentorService;
import dev.ashlar.mentoring.application.SlotService;
import dev.ashlar.mentoring.domain.Meetings;
import dev.ashlar.mentoring.domain.MentorProfile;
import dev.ashlar.wallet.TokenLedger;
import dev.ashlar.wallet.TokenMovement;
import dev.ashlar.wallet.UsageType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mentors, students and slots in the database of a test class, made through the services and read as the owner. */
@TestComponent
@Lazy
class TestMeetings {
    private final MentorService mentors;
    private final SlotService slots;
    private final TokenLedger ledger;
    private final ViolatedConstraints constraints;
    private final MovableClock clock;
    private final FreshDatabase.Switch database;

    @Autowired
    TestMeetings(
            MentorService mentors,
            SlotService slots,
            TokenLedger ledger,
            ViolatedConstraints constraints,
            MovableClock clock,
            FreshDatabase.Switch database) {
        this.mentors = mentors;
        this.slots = slots;
        this.ledger = ledger;
        this.constraints = constraints;
        this.clock = clock;
        this.database = database;
    }

    /** Returns a new mentor on these terms, with an account and a wallet. */
    Actor mentor(MentorProfile profile) {
        var mentor = new Actor(Meetings.user(), Role.EXPERT, Actor.DEFAULT_PLATFORM);
        account(mentor, true);
        ledger.open(mentor.userId());
        mentors.saveProfile(mentor, 0, profile);
        return mentor;
    }

    Actor mentor() {
        return mentor(Meetings.profile());
    }

    /** Saves another price of a new mentor. */
    MentorProfileView raise(Actor mentor, long price) {
        return mentors.saveProfile(mentor, 1, Meetings.at(price));
    }

    /** Returns a new student with that many tokens. */
    Actor student(long tokens) {
        var student = new Actor(Meetings.user(), Role.STUDENT, Actor.DEFAULT_PLATFORM);
        ledger.open(student.userId());
        if (tokens > 0) {
            give(student, tokens);
        }
        return student;
    }

    private void give(Actor person, long tokens) {
        var key = "test:" + person.userId().value();
        ledger.credit(UsageType.PURCHASE, new TokenMovement(person.userId(), tokens, key, "To start with", null));
    }

    /** Returns a new mentor with that many tokens. */
    Actor richMentor(long tokens) {
        var mentor = mentor();
        give(mentor, tokens);
        return mentor;
    }

    /** Gives a person an account of the person's role that is active or not. */
    void account(Actor person, boolean active) {
        account(person, person.role(), active);
    }

    /** Gives a person an active account of another role than the access token names. */
    void role(Actor person, Role role) {
        account(person, role, true);
    }

    private void account(Actor person, Role role, boolean active) {
        psql().sql("""
                        INSERT INTO identity.users (
                            id, email, username, password_hash, first_name, last_name, role, is_active, metadata, created_at, updated_at
                        )
                        SELECT
                            id, id || '@example.org', right(replace(id::text, '-', ''), 30), repeat('x', 20), 'Some', 'Body',
                            role::identity.user_role, active, '{}', now(), now()
                        FROM (SELECT :id AS id, lower(:role) AS role, :active AS active) AS person
                        ON CONFLICT (id) DO UPDATE SET role = EXCLUDED.role, is_active = EXCLUDED.is_active""")
                .param("id", person.userId().value())
                .param("role", role.name())
                .param("active", active)
                .update();
    }

    static Actor admin() {
        return new Actor(Meetings.user(), Role.ADMIN, Actor.DEFAULT_PLATFORM);
    }

    /** Returns an open slot of an hour that starts so long from now. */
    SlotId open(Actor mentor, Duration fromNow) {
        var start = clock.instant().plus(fromNow).truncatedTo(ChronoUnit.SECONDS);
        return slots.offer(mentor, start, start.plus(Meetings.HOUR)).id();
    }

    JdbcClient psql() {
        return database.database().psql();
    }

    void assertWallet(UserId owner, long balance, long held) {
        assertThat(psql().sql("SELECT balance, held FROM wallet.tokens WHERE user_id = ?")
                        .param(owner.value())
                        .query()
                        .singleRow())
                .containsEntry("balance", balance)
                .containsEntry("held", held);
    }

    /** Passes if the reconciliation query of docs/mentoring.md returns no row. */
    void assertReconciled() {
        assertThat(psql().sql(reconciliation()).query().listOfRows()).isEmpty();
    }

    /** Passes if PostgreSQL had to end no deadlock in the database of the test class. */
    void assertNoDeadlock() {
        assertThat(database.database().deadlocks()).isZero();
    }

    /** Returns the number of rows of the same query after a change by hand, which is rolled back. */
    int disagreementsAfter(String tampering) {
        try (var connection = database.database().owner().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(tampering);
            int found = 0;
            try (var rows = statement.executeQuery(reconciliation())) {
                while (rows.next()) {
                    found++;
                }
            }
            connection.rollback();
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(tampering, failed);
        }
    }

    private static String reconciliation() {
        try {
            var page = Files.readString(Path.of("..", "docs", "mentoring.md"));
            var heading = page.indexOf("## Reconciliation");
            assertThat(heading).as("the page has its query").isPositive();
            int from = page.indexOf("```sql\n", heading) + "```sql\n".length();
            return page.substring(from, page.indexOf("```", from));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Returns the number of successes; passes only if all other outcomes were refused for one of these reasons. */
    int successes(List<? extends Outcome<?>> outcomes, ProblemType... othersRefused) {
        var failures = outcomes.stream().filter(outcome -> !outcome.succeeded()).toList();
        assertThat(failures)
                .allSatisfy(outcome -> assertThat(problemOf(outcome.failure()))
                        .as(String.valueOf(outcome.failure()))
                        .isIn((Object[]) othersRefused));
        return outcomes.size() - failures.size();
    }

    /** Returns the problem that a caller over HTTP would get. */
    private @Nullable ProblemType problemOf(@Nullable Exception failure) {
        if (failure instanceof DomainException refusal) {
            return refusal.type();
        }
        return failure instanceof DataAccessException violation
                ? constraints.problemFor(violation).orElse(null)
                : null;
    }
}
