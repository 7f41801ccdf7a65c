// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleInteractions.NOW;
import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals of PostgreSQL itself. Each test starts with a pending interaction of known usage. */
@PersistenceTest
class InteractionTamperingTest {
    private final InteractionMapper interactions;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;
    private final JdbcClient application;
    private UUID id = UUID.randomUUID();

    @Autowired
    InteractionTamperingTest(
            InteractionMapper interactions,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database,
            JdbcClient application) {
        this.interactions = interactions;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
        this.application = application;
    }

    @BeforeEach
    void storeAnInteraction() {
        var call = interaction(origin(TestProviders.insert(psql), user()), NOW);
        transaction.executeWithoutResult(_ -> interactions.insert(List.of(call)));
        id = call.id().value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "provider_id = gen_random_uuid(); fk_ai_interactions_provider_id",
                "model = ''; chk_ai_interactions_model",
                "model = repeat('m', 201); chk_ai_interactions_model",
                "platform = ''; chk_ai_interactions_platform",
                "trace_id = 'trace'; chk_ai_interactions_trace_id",
                "status_code = 99; chk_ai_interactions_status_code",
                "status = 'failed'; chk_ai_interactions_error",
                "error = 'Error'; chk_ai_interactions_error",
                "status = 'processed', error = 'Error'; chk_ai_interactions_error",
                "status = 'failed', error = ''; chk_ai_interactions_error",
                "status = 'failed', error = repeat('e', 2001); chk_ai_interactions_error",
                "response_time_ms = -1; chk_ai_interactions_response_time_ms",
                "ttft_ms = -1; chk_ai_interactions_ttft_ms",
                "prompt_tokens = 1000000001; chk_ai_interactions_prompt_tokens",
                "completion_tokens = 1000000001; chk_ai_interactions_completion_tokens",
                "cached_tokens = 1001; chk_ai_interactions_cached_tokens",
                "reasoning_tokens = 201; chk_ai_interactions_reasoning_tokens",
                "cached_tokens = NULL; chk_ai_interactions_usage_source",
                "usage_source = NULL; chk_ai_interactions_usage_source",
                "cost_usd = -0.00000001; chk_ai_interactions_cost_usd",
                "cost_usd = 1, usage_source = NULL, prompt_tokens = NULL, completion_tokens = NULL, cached_tokens = NULL,"
                        + " reasoning_tokens = NULL; chk_ai_interactions_cost_usd",
                "created_at = created_at + INTERVAL '1 millisecond'; chk_ai_interactions_created_at"
            })
    void theDatabaseRefusesInvalidRows(String change, String constraint) {
        assertThatThrownBy(() -> psql.sql("UPDATE ai.ai_interactions SET " + change + " WHERE id = :id")
                        .param("id", id)
                        .update())
                .hasMessageContaining('"' + constraint + '"');
    }

    @Test
    void theApplicationDropsNoMonthThatHasNotEndedAndDeletesNothing() {
        assertThatThrownBy(
                        () -> application.sql("DELETE FROM ai.ai_interactions").update())
                .hasRootCauseMessage("ERROR: permission denied for table ai_interactions");
        assertThatThrownBy(() -> application
                        .sql("DELETE FROM ai.ai_interactions_default")
                        .update())
                .hasRootCauseMessage("ERROR: permission denied for table ai_interactions_default");
        application
                .sql("SELECT ai.drop_interaction_partitions('2999-01-01')")
                .query()
                .singleValue();
        assertThat(psql.sql("SELECT count(*) FROM pg_inherits WHERE inhparent = 'ai.ai_interactions'::regclass")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }
}
