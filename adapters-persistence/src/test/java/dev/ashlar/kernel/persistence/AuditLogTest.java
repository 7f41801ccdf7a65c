// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.application.AuditEntry;
import dev.ashlar.kernel.application.AuditEntryId;
import dev.ashlar.kernel.application.AuditFilter;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Changes of an audited table, here of requests for tokens, are in the log if and only if they are committed. */
@PersistenceTest
class AuditLogTest {
    private static final String REJECT = """
            UPDATE wallet.token_allotment_requests
            SET status = 'rejected', decided_by = :decider::uuid, decided_at = now(), note = 'a private note'
            WHERE id = :id::uuid AND status = 'pending'""";
    private static final AuditFilter ALL = AuditFilter.of(null, null, null, null);

    private final UUID owner = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final UUID admin = UUID.randomUUID();

    @Autowired
    private AuditEntryMapper log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private FreshDatabase.Switch database;

    @Test
    void hasEachChangeWithItsValuesBeforeAndAfter() {
        requestTokens();
        assertThat(reject()).isEqualTo(1);

        var entries = entriesOf(request);
        assertThat(entries).hasSize(2);
        var decision = entries.getFirst();
        assertThat(decision.subject().subjectType()).isEqualTo("wallet.token_allotment_requests");
        assertThat(JsonMapper.shared().readTree(decision.before()).at("/status").asString())
                .isEqualTo("pending");
        var after = JsonMapper.shared().readTree(decision.after());
        assertThat(after.at("/status").asString()).isEqualTo("rejected");
        assertThat(after.at("/decided_by").asString()).isEqualTo(admin.toString());
        assertThat(after.has("note") || after.has("reason")).isFalse();
        assertThat(decision.origin().login()).isEqualTo("ashlar_app");
        assertThat(entries.getLast().before()).isNull();
    }

    @Test
    void hasNothingOfWhatIsRolledBack() {
        requestTokens();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            assertThat(reject()).isEqualTo(1);
            assertThat(entriesOf(request)).hasSize(2);
            transaction.setRollbackOnly();
        });
        assertThat(entriesOf(request)).hasSize(1);
    }

    @Test
    void hasOneDecisionOfManyAtTheSameTime() {
        requestTokens();
        var decided = Together.run(8, this::reject);
        assertThat(decided).allMatch(Together.Outcome::succeeded);
        assertThat(decided.stream().mapToInt(Together.Outcome::value).sum()).isEqualTo(1);
        assertThat(entriesOf(request)).hasSize(2);
    }

    @Test
    void leavesOutChangesOfOtherColumns() {
        requestTokens();
        jdbc.sql("UPDATE wallet.token_allotment_requests SET updated_at = now() WHERE id = ?")
                .param(request)
                .update();
        assertThat(entriesOf(request)).hasSize(1);
    }

    @Test
    void isFoundBySubjectActorAndTime() {
        requestTokens();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            jdbc.sql("SELECT set_config('ashlar.actor', ?, TRUE)")
                    .param(admin.toString())
                    .query()
                    .singleRow();
            reject();
        });
        var decision = entriesOf(request).getFirst();
        var made = entriesOf(request).getLast();
        assertThat(decision.origin().actorId()).isEqualTo(new UserId(admin));
        assertThat(made.origin().actorId()).isNull();

        assertThat(entries(AuditFilter.of(null, new UserId(admin), null, null), null))
                .containsExactly(decision);
        assertThat(entries(AuditFilter.of(request, null, decision.at(), null), null))
                .containsExactly(decision);
        assertThat(entries(AuditFilter.of(request, null, null, decision.at()), null))
                .containsExactly(made);
        assertThat(entries(
                        AuditFilter.of(request, null, made.at(), decision.at().plusNanos(1000)), null))
                .containsExactly(decision, made);
        assertThat(entries(
                        AuditFilter.of(request, null, null, null), decision.id().value()))
                .containsExactly(made);
        assertThat(entries(ALL, decision.id().value()).getFirst()).isEqualTo(made);
    }

    @Test
    void hasIdsOfTheTimesOfTheChanges() {
        requestTokens();
        var entry = entriesOf(request).getFirst();
        var first = AuditEntryId.firstAt(entry.at());
        assertThat(entry.id().value().version()).isEqualTo(7);
        assertThat(entry.id().value().variant()).isEqualTo(2);
        assertThat(entry.id().value().getMostSignificantBits())
                .isEqualTo(first.value().getMostSignificantBits());
        assertThat(entry.id().value().toString())
                .isGreaterThanOrEqualTo(first.value().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE kernel.audit_log SET actor_id = gen_random_uuid()",
                "DELETE FROM kernel.audit_log",
                "TRUNCATE kernel.audit_log"
            })
    void isAppendOnlyEvenForTheOwner(String tampering) {
        var psql = database.database().psql();
        assertThatException().isThrownBy(() -> psql.sql(tampering).update()).withStackTraceContaining("append-only");
    }

    @Test
    void isWrittenByTriggersOnly() {
        assertThatException().isThrownBy(() -> jdbc.sql("""
                                INSERT INTO kernel.audit_log (id, subject_type, subject_id, login, after, created_at)
                                VALUES (gen_random_uuid(), 'a.b', gen_random_uuid(), 'x', '{}', now())""").update()).withStackTraceContaining("permission denied");
    }

    private void requestTokens() {
        jdbc.sql("INSERT INTO wallet.tokens (user_id, created_at, updated_at) VALUES (?, now(), now())")
                .param(owner)
                .update();
        jdbc.sql("""
                        INSERT INTO wallet.token_allotment_requests (
                            id, user_id, requested_by, tokens, reason, created_at, updated_at
                        )
                        VALUES (?, ?, ?, 5, 'a private reason', now(), now())""").params(request, owner, owner).update();
    }

    private int reject() {
        return jdbc.sql(REJECT)
                .param("decider", admin.toString())
                .param("id", request.toString())
                .update();
    }

    private List<AuditEntry> entriesOf(UUID subject) {
        return entries(AuditFilter.of(subject, null, null, null), null);
    }

    private List<AuditEntry> entries(AuditFilter filter, UUID after) {
        return new TransactionTemplate(transactions).execute(_ -> log.entries(filter, after, 10));
    }
}
