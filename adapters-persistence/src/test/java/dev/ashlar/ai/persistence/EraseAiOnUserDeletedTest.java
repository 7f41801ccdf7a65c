// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static dev.ashlar.ai.domain.SampleInteractions.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.ai.application.IngestedInteractions;
import dev.ashlar.ai.application.InteractionIngestService;
import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionRetention;
import dev.ashlar.ai.domain.Interactions;
import dev.ashlar.identity.UserDeleted;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.UserId;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.MovableClock;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceTest
class EraseAiOnUserDeletedTest {
    private final UserId leaving = user();
    private final UserId staying = user();

    @Autowired
    private Interactions interactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private InteractionIngestService ingest;

    @TestBean
    private InteractionRetention retention;

    @Autowired
    private MovableClock clock;

    @Autowired
    private FreshDatabase.Switch database;

    @Autowired
    private JdbcClient jdbc;

    static InteractionRetention retention() {
        return new InteractionRetention(13);
    }

    @Test
    @Tag("rule-hooks-fire")
    @Tag("rule-idempotent-hooks")
    void clearsTheContentsOfThePersonAndKeepsTheCalls() {
        var provider = TestProviders.insert(jdbc);
        var call = stored(provider, leaving);
        var kept = stored(provider, staying);

        announce();
        announce();

        assertThat(contents(call)).isZero();
        assertThat(contents(kept)).isEqualTo(2);
        assertThat(jdbc.sql("SELECT user_id FROM ai.ai_interactions WHERE id = ?")
                        .param(call.value())
                        .query(UUID.class)
                        .single())
                .isEqualTo(leaving.value());
    }

    /** The call is stored with its contents unless it waits for the deletion, and then the erasure does not see it. */
    @Test
    void keepsNoContentsOfACallThatIsStoredWhileItsUserLeaves() {
        var leaver = new Actor(leaving, Role.STUDENT, Actor.DEFAULT_PLATFORM);
        var call = with(interaction(origin(keeping(), leaving), clock.instant()), "{}", "{}");
        account(leaving, "leaver");
        var storing = new CompletableFuture<IngestedInteractions>();
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.sql("UPDATE identity.users SET is_active = FALSE, erased_at = now() WHERE id = ?")
                    .param(leaving.value())
                    .update();
            events.publishEvent(new UserDeleted(leaving, NOW));
            storing.completeAsync(() -> ingest.ingestAll(leaver, List.of(call)));
            await().until(() -> database.database().waiting() == 1);
        });
        assertThat(storing.join().stored()).isEqualTo(1);
        assertThat(contents(call.id())).isZero();
    }

    /** An account that is deactivated can be active again. */
    @Test
    void keepsTheContentsOfACallWhoseUserIsDeactivated() {
        account(staying, "deactivated");
        jdbc.sql("UPDATE identity.users SET is_active = FALSE WHERE id = ?")
                .param(staying.value())
                .update();
        var call = with(interaction(origin(keeping(), staying), clock.instant()), "{}", "{}");
        assertThat(ingest.ingestAll(new Actor(staying, Role.STUDENT, Actor.DEFAULT_PLATFORM), List.of(call))
                        .stored())
                .isEqualTo(1);
        assertThat(contents(call.id())).isEqualTo(2);
    }

    /** Returns a provider of which contents are kept. */
    private AiProviderId keeping() {
        var provider = TestProviders.insert(jdbc);
        jdbc.sql("UPDATE ai.ai_providers SET content_policy = 'full' WHERE id = ?")
                .param(provider.value())
                .update();
        return provider;
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

    /** Returns when the event has been handled. */
    private void announce() {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> events.publishEvent(new UserDeleted(leaving, NOW)));
        await().until(() -> jdbc.sql("SELECT count(*) FROM kernel.event_publication")
                        .query(Long.class)
                        .single()
                == 0);
    }
}
