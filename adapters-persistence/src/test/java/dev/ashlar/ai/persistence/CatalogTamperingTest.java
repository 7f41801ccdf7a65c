// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleCatalog.NOW;
import static dev.ashlar.ai.domain.SampleCatalog.SEALED;
import static dev.ashlar.ai.domain.SampleCatalog.factory;
import static dev.ashlar.ai.domain.SampleCatalog.llm;
import static dev.ashlar.ai.domain.SampleCatalog.provider;
import static dev.ashlar.ai.domain.SampleCatalog.rows;
import static dev.ashlar.ai.domain.SampleCatalog.unique;
import static dev.ashlar.ai.domain.SampleCatalog.usd;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.ai.domain.AiProviders;
import dev.ashlar.ai.domain.Llms;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Kills;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals of PostgreSQL itself. Each test starts with a model that has prices, and with a default provider and another one. */
@PersistenceTest
@Kills(mutant = "index uq_ai_providers_is_default", test = "theDatabaseRefusesInvalidRows")
class CatalogTamperingTest {
    private static final String OTHER =
            "INSERT INTO ai.llm_prices SELECT gen_random_uuid(), llm_id, usage_type, usd_per_million, ";
    private static final String REST = ", now(), now() FROM ai.llm_prices WHERE llm_id = :llm";

    private final Llms llms;
    private final AiProviders providers;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;
    private UUID llm = UUID.randomUUID();
    private UUID provider = UUID.randomUUID();

    @Autowired
    CatalogTamperingTest(
            Llms llms, AiProviders providers, PlatformTransactionManager transactions, FreshDatabase.Switch database) {
        this.llms = llms;
        this.providers = providers;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = database.database().psql();
    }

    @BeforeEach
    void store() {
        transaction.executeWithoutResult(_ -> {
            var model = llm(llms.ensureFactory(factory("maker")), unique("model"));
            llms.insert(model);
            llms.addPrices(model.id(), rows(usd("1", "2")), NOW, NOW);
            llm = model.id().value();
            var first = provider(unique("First"));
            var second = provider(unique("Second"));
            providers.insert(first, SEALED);
            providers.insert(second, SEALED);
            providers.makeDefault(second.id(), NOW);
            provider = first.id().value();
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                OTHER + "tstzrange('2030-01-01', NULL)" + REST + "; ex_llm_prices_valid",
                OTHER + "tstzrange('2020-01-01', '2026-03-01 12:00:00.000001Z')" + REST + "; ex_llm_prices_valid",
                "UPDATE ai.llm_prices SET valid = tstzrange(NULL, NULL) WHERE llm_id = :llm; chk_llm_prices_valid",
                "UPDATE ai.llm_prices SET valid = 'empty' WHERE llm_id = :llm; chk_llm_prices_valid",
                "UPDATE ai.llm_prices SET valid = tstzrange('-infinity', NULL) WHERE llm_id = :llm; chk_llm_prices_valid",
                "UPDATE ai.llm_prices SET valid = tstzrange('2020-01-01', 'infinity') WHERE llm_id = :llm; chk_llm_prices_valid",
                "UPDATE ai.llm_prices SET valid = tstzrange('2020-01-01', '2021-01-01', '[]') WHERE llm_id = :llm;"
                        + " chk_llm_prices_valid",
                "UPDATE ai.llm_prices SET usd_per_million = -1 WHERE llm_id = :llm; chk_llm_prices_usd_per_million",
                "DELETE FROM ai.llms WHERE id = :llm; fk_llm_prices_llm_id",
                "DELETE FROM ai.llm_factories; fk_llms_factory_id",
                "UPDATE ai.llms SET name = 'two words' WHERE id = :llm; chk_llms_name",
                "UPDATE ai.llms SET max_output_tokens = context_tokens + 1 WHERE id = :llm; chk_llms_max_output_tokens",
                "UPDATE ai.ai_providers SET is_default = TRUE WHERE id = :provider; uq_ai_providers_is_default",
                "UPDATE ai.ai_providers SET is_default = TRUE, is_active = FALSE WHERE id = :provider;"
                        + " chk_ai_providers_is_default",
                "UPDATE ai.ai_providers SET secret = NULL, secret_key_id = NULL WHERE id = :provider;"
                        + " chk_ai_providers_is_active",
                "UPDATE ai.ai_providers SET secret_key_id = NULL WHERE id = :provider; chk_ai_providers_secret",
                "UPDATE ai.ai_providers SET auth_type = 'none' WHERE id = :provider; chk_ai_providers_secret",
                "UPDATE ai.ai_providers SET deleted_at = now() WHERE id = :provider; chk_ai_providers_deleted_at",
                "UPDATE ai.ai_providers SET deleted_at = now(), is_active = FALSE WHERE id = :provider;"
                        + " chk_ai_providers_deleted_at",
                "UPDATE ai.ai_providers SET settings = '{}' WHERE id = :provider; chk_ai_providers_settings",
                "UPDATE ai.ai_providers SET type = 'azure' WHERE id = :provider; chk_ai_providers_api_version",
                "UPDATE ai.ai_providers SET base_url = 'https://user@host' WHERE id = :provider; chk_ai_providers_base_url"
            })
    void theDatabaseRefusesInvalidRows(String sql, String refusal) {
        assertThatThrownBy(() -> psql.sql(sql)
                        .param("llm", llm)
                        .param("provider", provider)
                        .update())
                .rootCause()
                .hasMessageContaining(refusal);
    }
}
