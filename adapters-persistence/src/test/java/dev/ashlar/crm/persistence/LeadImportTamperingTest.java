// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.crm.domain.SampleImports;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Refusals of PostgreSQL itself of imports that contradict themselves. */
@PersistenceTest
class LeadImportTamperingTest {
    private final LeadImportMapper mapper;
    private final TransactionTemplate transaction;
    private final JdbcClient psql;
    private UUID one = UUID.randomUUID();

    @Autowired
    LeadImportTamperingTest(
            LeadImportMapper mapper, PlatformTransactionManager transactions, FreshDatabase.Switch database) {
        this.mapper = mapper;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = JdbcClient.create(database.database().owner());
    }

    @BeforeEach
    void storeAnImport() {
        var added = SampleImports.of(Prospects.user());
        transaction.executeWithoutResult(_ -> {
            mapper.insert(added);
            mapper.insertRows(added.id(), SampleImports.rows(2), Prospects.NOW);
            mapper.complete(added.id(), SampleImports.HASH, Prospects.NOW);
        });
        one = added.id().value();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE crm.lead_imports SET file_name = '' WHERE id = :one; chk_lead_imports_file_name",
                "UPDATE crm.lead_imports SET platform = '' WHERE id = :one; chk_lead_imports_platform",
                "UPDATE crm.lead_imports SET sha256 = 'x' WHERE id = :one; chk_lead_imports_sha256",
                "UPDATE crm.lead_imports SET sha256 = NULL WHERE id = :one; chk_lead_imports_stored",
                "UPDATE crm.lead_imports SET sha256 = NULL, total_rows = NULL, status = 'running' WHERE id = :one;"
                        + " chk_lead_imports_status",
                "UPDATE crm.lead_imports SET created_rows = 3 WHERE id = :one; chk_lead_imports_counts",
                "UPDATE crm.lead_imports SET created_rows = -1 WHERE id = :one; chk_lead_imports_counts",
                "UPDATE crm.lead_imports SET status = 'finished', created_rows = 1 WHERE id = :one; chk_lead_imports_finished",
                "UPDATE crm.lead_import_rows SET number = 0 WHERE import_id = :one AND number = 1; chk_lead_import_rows_number",
                "UPDATE crm.lead_import_rows SET number = 2 WHERE import_id = :one AND number = 1; pk_lead_import_rows",
                "UPDATE crm.lead_import_rows SET problems = '{}' WHERE import_id = :one; chk_lead_import_rows_problems",
                "UPDATE crm.lead_import_rows SET problems = '[]', outcome = 'refused' WHERE import_id = :one;"
                        + " chk_lead_import_rows_problems",
                "UPDATE crm.lead_import_rows SET name = repeat('x', 1001) WHERE import_id = :one; chk_lead_import_rows_name",
                "UPDATE crm.lead_import_rows SET email = repeat('x', 1001) WHERE import_id = :one; chk_lead_import_rows_email",
                "UPDATE crm.lead_import_rows SET phone = repeat('x', 1001) WHERE import_id = :one; chk_lead_import_rows_phone",
                "UPDATE crm.lead_import_rows SET source = repeat('x', 1001) WHERE import_id = :one; chk_lead_import_rows_source",
                "UPDATE crm.lead_import_rows SET import_id = gen_random_uuid() WHERE import_id = :one; fk_lead_import_rows_import_id"
            })
    void theDatabaseRefusesInvalidRows(String sql, String refusal) {
        assertThatThrownBy(() -> psql.sql(sql).param("one", one).update())
                .rootCause()
                .hasMessageContaining(refusal);
    }
}
