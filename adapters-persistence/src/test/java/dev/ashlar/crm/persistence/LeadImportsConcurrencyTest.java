// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.crm.persistence;

import static dev.ashlar.crm.domain.Prospects.NOW;
import static dev.ashlar.crm.domain.Prospects.PLATFORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ashlar.crm.application.LeadErasureService;
import dev.ashlar.crm.application.LeadImportService;
import dev.ashlar.crm.application.LeadImportStepService;
import dev.ashlar.crm.application.LeadImportWorkflow;
import dev.ashlar.crm.application.LeadService;
import dev.ashlar.crm.application.NewLead;
import dev.ashlar.crm.domain.ImportedRow;
import dev.ashlar.crm.domain.LeadImport;
import dev.ashlar.crm.domain.LeadImportId;
import dev.ashlar.crm.domain.Prospects;
import dev.ashlar.crm.domain.SampleImports;
import dev.ashlar.kernel.Actor;
import dev.ashlar.kernel.Role;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.StatementCounter;
import dev.ashlar.kernel.persistence.testing.Together;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs of imports on real PostgreSQL, by several instances at once. */
@ServiceTest
class LeadImportsConcurrencyTest {
    private final LeadImportService imports;
    private final LeadImportStepService steps;
    private final LeadImportWorkflow workflow;
    private final LeadService leads;
    private final LeadImportMapper mapper;
    private final StatementCounter statements;
    private final TransactionTemplate transaction;
    private final LeadErasureService erasure;
    private final FreshDatabase.Switch database;
    private final JdbcClient jdbc;
    private final JdbcClient psql;

    @Autowired
    LeadImportsConcurrencyTest(
            ImportServices services,
            JdbcClient jdbc,
            LeadImportMapper mapper,
            StatementCounter statements,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.imports = services.imports();
        this.steps = services.steps();
        this.workflow = services.workflow();
        this.leads = services.leads();
        this.erasure = services.erasure();
        this.database = database;
        this.jdbc = jdbc;
        this.mapper = mapper;
        this.statements = statements;
        this.transaction = new TransactionTemplate(transactions);
        this.psql = JdbcClient.create(database.database().owner());
    }

    @Test
    void instancesAtOnceImportEachRowOnce() {
        var sales = sales();
        // Phone numbers are not unique, so that nothing but the lock of the import keeps a row from two leads.
        var id = running(
                sales,
                IntStream.rangeClosed(1, 600)
                        .mapToObj(number -> SampleImports.row(number, null, "+49302%07d".formatted(number)))
                        .toList());

        Together.run(4, _ -> () -> {
            for (int batch = 0; batch < 2; batch++) {
                steps.advance(id);
            }
            return true;
        });
        finish(sales, id);

        var counts = imports.get(sales, id).counts();
        assertThat(counts.createdRows()).isEqualTo(600);
        assertThat(count("crm.leads WHERE owner_id = ?", sales.userId().value()))
                .isEqualTo(600);
        assertThat(count(
                        "crm.lead_activities WHERE actor_id = ?", sales.userId().value()))
                .isEqualTo(600);
    }

    /** The batch waits for the lead of its second row when it has read both. */
    @Test
    void anErasureWaitsForABatchThatHasReadTheAddress() {
        var sales = sales();
        var email = Prospects.email();
        var other = leads.create(sales, new NewLead("Ada", Prospects.email(), null, Prospects.FAIR));
        var id = running(
                sales,
                List.of(
                        SampleImports.row(1, email, null),
                        SampleImports.row(2, other.contact().email(), "+4930123456")));
        var held = new CountDownLatch(1);
        var erased = new AtomicBoolean();

        var outcomes = Together.run(3, number -> () -> {
            switch (number) {
                case 0 ->
                    transaction.executeWithoutResult(_ -> {
                        jdbc.sql("SELECT id FROM crm.leads WHERE id = ? FOR UPDATE")
                                .param(other.id().value())
                                .query()
                                .listOfRows();
                        held.countDown();
                        await().until(() -> erased.get() || database.database().waiting() > 1);
                    });
                case 1 -> {
                    held.await();
                    steps.advance(id);
                }
                default -> {
                    held.await();
                    await().until(() -> database.database().waiting() > 0);
                    erasure.eraseAddress(Prospects.user(), email, NOW);
                    erased.set(true);
                }
            }
            return number;
        });

        assertThat(outcomes).allMatch(Together.Outcome::succeeded);
        assertThat(psql.sql("SELECT count(*) FROM crm.leads WHERE email = ?")
                        .param(email)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(count("crm.lead_import_rows WHERE email IS NOT NULL AND import_id = ?", id.value()))
                .isEqualTo(1);
    }

    @Test
    @Tag("exhaustive")
    void importsOfTheSameAddressesAtOnceMakeOneLeadOfEach() {
        var people = List.of(sales(), sales());
        var rows = new ArrayList<>(SampleImports.rows(100));
        var first = running(people.get(0), rows);
        var second = running(people.get(1), rows.reversed());

        Together.run(2, number -> () -> {
            steps.advance(number == 0 ? first : second);
            return true;
        });
        finish(people.get(0), first);
        finish(people.get(1), second);

        var one = imports.get(people.get(0), first).counts();
        var other = imports.get(people.get(1), second).counts();
        assertThat(one.createdRows() + other.createdRows()).isEqualTo(100);
        assertThat(one.refusedRows()).isEqualTo(other.createdRows());
        assertThat(other.refusedRows()).isEqualTo(one.createdRows());
    }

    @Test
    @Tag("exhaustive")
    void theSameFileTwiceChangesNothing() {
        var sales = sales();
        var rows = IntStream.rangeClosed(1, 60)
                .mapToObj(number -> SampleImports.row(
                        number,
                        number % 3 == 0 ? null : Prospects.email(),
                        number % 3 == 1 ? null : "+49301%07d".formatted(number)))
                .toList();
        finish(sales, running(sales, rows));
        long changes = changes(sales);

        var second = running(sales, rows);
        finish(sales, second);

        assertThat(imports.get(sales, second).counts().skippedRows()).isEqualTo(60);
        assertThat(changes(sales)).isEqualTo(changes);
    }

    @Test
    void aBatchIsAFewStatements() {
        var sales = sales();
        var email = Prospects.email();
        leads.create(sales, new NewLead("Ada", email, null, Prospects.FAIR));
        var rows = new ArrayList<>(SampleImports.rows(40));
        rows.add(SampleImports.row(41, email, "+4930123456"));
        var id = running(sales, rows);

        assertThat(statements.of(() -> steps.advance(id)))
                .containsExactly(
                        "LeadImportMapper.lock",
                        "LeadImportMapper.waiting",
                        "ImportedLeadMapper.matches",
                        "ImportedLeadMapper.insertMissing",
                        "LeadActivityMapper.insert",
                        "ImportedLeadMapper.complete",
                        "LeadImportMapper.settleRows",
                        "LeadImportMapper.settle");
        assertThat(imports.get(sales, id).counts().updatedRows()).isEqualTo(1);
    }

    @Test
    @Tag("exhaustive")
    void aBatchThatFailsLeavesNothing() {
        var sales = sales();
        var id = running(sales, SampleImports.rows(3));
        psql.sql("ALTER TABLE crm.lead_activities ADD CONSTRAINT chk_no_more CHECK (actor_id <> '"
                        + sales.userId().value() + "')")
                .update();
        try {
            workflow.step();
        } finally {
            psql.sql("ALTER TABLE crm.lead_activities DROP CONSTRAINT chk_no_more")
                    .update();
        }

        assertThat(imports.get(sales, id).status().name()).isEqualTo("FAILED");
        assertThat(count("crm.leads WHERE owner_id = ?", sales.userId().value()))
                .isZero();
        imports.run(sales, id);
        finish(sales, id);
        assertThat(imports.get(sales, id).counts().createdRows()).isEqualTo(3);
    }

    private void finish(Actor sales, LeadImportId id) {
        for (int step = 0; step < 20 && imports.get(sales, id).status().name().equals("RUNNING"); step++) {
            workflow.step();
        }
        assertThat(imports.get(sales, id).status().name()).isEqualTo("FINISHED");
    }

    private LeadImportId running(Actor sales, List<ImportedRow> rows) {
        var added = LeadImport.of(
                new LeadImportId(Prospects.id()), SampleImports.file(), SampleImports.rights(sales.userId()), NOW);
        transaction.executeWithoutResult(_ -> {
            mapper.insert(added);
            mapper.insertRows(added.id(), rows, NOW);
            mapper.complete(added.id(), SampleImports.HASH, NOW);
        });
        imports.run(sales, added.id());
        return added.id();
    }

    private static Actor sales() {
        return new Actor(Prospects.user(), Role.SALES, PLATFORM);
    }

    private long changes(Actor sales) {
        return count("crm.leads WHERE owner_id = ?", sales.userId().value())
                + psql.sql("SELECT COALESCE(sum(version), 0) FROM crm.leads WHERE owner_id = ?")
                        .param(sales.userId().value())
                        .query(Long.class)
                        .single();
    }

    private long count(String fromWhere, UUID parameter) {
        return psql.sql("SELECT count(*) FROM " + fromWhere)
                .param(parameter)
                .query(Long.class)
                .single();
    }
}
