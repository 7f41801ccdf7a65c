package dev.ashlar.ai.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.FilledTables;
import dev.ashlar.kernel.persistence.testing.Kills;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Indexes of lists among 20,000 calls of a month: 200 users, 10 providers, 100 models, and a call in a hundred that is pending. The indexes of a
 * partition are named after its table and their columns.
 */
@Kills(mutant = "index ix_ai_interactions_model", test = "areUsedForLists")
@Kills(mutant = "index ix_ai_interactions_provider_id", test = "areUsedForLists")
@Kills(mutant = "index ix_ai_interactions_status", test = "areUsedForLists")
@Kills(mutant = "index ix_ai_interactions_user_id", test = "areUsedForLists")
class InteractionIndexesTest {
    private static final FilledTables FILLED = new FilledTables("""
            INSERT INTO ai.ai_providers (id, name, type, base_url, auth_type, settings, created_at, updated_at)
            SELECT
                ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Provider ' || n, 'compatible', 'http://localhost',
                'none', '{"models": []}', now(), now()
            FROM generate_series(0, 9) AS n""", """
            INSERT INTO ai.ai_interactions (
                id, provider_id, model, user_id, platform, status, created_at, updated_at
            )
            SELECT
                given.id, ('00000000-0000-7000-8000-' || lpad((n % 10)::text, 12, '0'))::uuid, 'model-' || n % 100,
                ('00000000-0000-7000-8000-' || lpad((n % 200)::text, 12, '0'))::uuid, 'mentor',
                CASE n % 100 WHEN 7 THEN 'pending' ELSE 'processed' END::ai.interaction_status,
                ai.interaction_time(given.id), now()
            FROM generate_series(1, 20000) AS n
            CROSS JOIN LATERAL (
                SELECT (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint - n), 12, '0') || '7000'
                    || '8000' || lpad(n::text, 12, '0'))::uuid AS id
            ) AS given""");

    @AfterAll
    static void dropDatabase() {
        FILLED.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "user_id = '00000000-0000-7000-8000-000000000007'; user_id_created_at_id_idx",
                "provider_id = '00000000-0000-7000-8000-000000000007'; provider_id_created_at_id_idx",
                "model = 'model-7'; model_created_at_id_idx",
                "status = 'pending'; status_created_at_id_idx",
                "true; pkey"
            })
    void areUsedForLists(String condition, String index) {
        assertThat(FILLED.indexesOf(
                        "ai.ai_interactions WHERE " + condition + " ORDER BY created_at DESC, id DESC LIMIT 21"))
                .isNotEmpty()
                .allMatch(used -> used.endsWith(index));
    }
}
