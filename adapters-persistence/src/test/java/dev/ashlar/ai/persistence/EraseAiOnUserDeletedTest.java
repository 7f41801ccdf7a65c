// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static dev.ashlar.ai.domain.SampleInteractions.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.application.AiErasure;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.Announcer;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class EraseAiOnUserDeletedTest {
    private final UserId leaving = user();
    private final UserId staying = user();

    @Autowired
    private Interactions interactions;

    @Autowired
    private Announcer announcer;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private AiErasure erasure;

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void clearsTheContentsOfThePersonAndKeepsTheCalls() {
        var provider = TestProviders.insert(jdbc);
        var call = stored(provider, leaving);
        var kept = stored(provider, staying);

        announcer.announce(new UserDeleted(leaving, NOW));
        announcer.announce(new UserDeleted(leaving, NOW));

        assertThat(contents(call)).isZero();
        assertThat(contents(kept)).isEqualTo(2);
        assertThat(jdbc.sql("SELECT user_id FROM ai.ai_interactions WHERE id = ?")
                        .param(call.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(leaving.value());
    }

    /** As in a release that marked nobody, or a database of AI that was restored. */
    @Test
    void isMadeUpForWhereNoEventHasTold() {
        account(leaving, "leaver");
        account(staying, "deactivated");
        jdbc.sql("UPDATE identity.users SET is_active = FALSE").update();
        jdbc.sql("UPDATE identity.users SET erased_at = now() WHERE id = ?")
                .param(leaving.value())
                .update();
        var provider = TestProviders.insert(jdbc);
        var call = stored(provider, leaving);
        var kept = stored(provider, staying);

        erasure.eraseDeletedUsers();

        assertThat(contents(call)).isZero();
        assertThat(contents(kept)).isEqualTo(2);
        assertThat(contents(stored(provider, leaving))).isZero();
    }

    private void account(UserId id, String name) {
        database.database()
                .psql()
                .sql("""
                        INSERT INTO identity.users (
                            id, email, username, password_hash, first_name, last_name, metadata, created_at, updated_at)
                        VALUES (
                            :id, :email, :name, repeat('x', 20), 'Some', 'Body', '{}', now(), now())""")
                .param("id", id.value())
                .param("email", name + "@example.org")
                .param("name", name)
                .update();
    }

    private InteractionId stored(AiProviderId provider, UserId user) {
        var call = with(interaction(origin(provider, user), NOW), "{}", "{}");
        new TransactionTemplate(transactions).executeWithoutResult(_ -> interactions.insert(List.of(call)));
        return call.id();
    }

    private int contents(InteractionId call) {
        return jdbc.sql("SELECT num_nonnulls(request, response) FROM ai.ai_interactions WHERE id = ?")
                .param(call.value())
                .query(Integer.class)
                .single();
    }
}
