// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.operations.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.Race;
import dev.ashlar.kernel.persistence.testing.ServiceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import dev.ashlar.operations.application.IncidentService;
import dev.ashlar.operations.domain.Incident;
import dev.ashlar.operations.domain.IncidentId;
import dev.ashlar.operations.domain.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Incidents of a component that several instances open at the same moment. */
@ServiceTest
class IncidentConcurrencyTest {
    private static final int INSTANCES = 8;
    private static final String INSERT =
            "INSERT INTO operations.incidents (id, component, cause, created_at, updated_at, closed_at) VALUES ";

    @Autowired
    private IncidentService incidents;

    @Autowired
    private Incidents stored;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private FreshDatabase.Switch database;

    private JdbcClient psql;

    @BeforeEach
    void forget() {
        psql = database.database().psql();
        psql.sql("DELETE FROM operations.incidents").update();
    }

    @Race(5)
    void aComponentHasOneOpenIncident() {
        var outcomes = Together.run(INSTANCES, number -> (Callable<Object>) () -> {
            incidents.open("mail", "Instance " + number + " found it.");
            return number;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count()).isEqualTo(1);
    }

    /** Without an order, two of them would wait for each other. */
    @Race(3)
    void severalComponentsAreOpenedInOneOrder() {
        var transaction = new TransactionTemplate(transactions);

        var outcomes = Together.run(
                INSTANCES,
                number -> () -> transaction.execute(_ -> stored.open(
                        number % 2 == 0 ? fortyIncidents() : fortyIncidents().reversed())));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(count()).isEqualTo(40);
        assertThat(database.database().deadlocks()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "(gen_random_uuid(), 'mail', 'Again.', now(), now(), NULL); uq_incidents_component",
                "(gen_random_uuid(), 'Mail', 'Again.', now(), now(), NULL); chk_incidents_component",
                "(gen_random_uuid(), 'jobs', '', now(), now(), NULL); chk_incidents_cause",
                "(gen_random_uuid(), 'jobs', 'Again.', now(), now(), now() - interval '1 s'); chk_incidents_closed_at"
            })
    void theDatabaseRefusesInvalidRows(String row, String refusal) {
        incidents.open("mail", "It failed.");
        assertThatThrownBy(() -> psql.sql(INSERT + row).update()).rootCause().hasMessageContaining(refusal);
    }

    private static List<Incident> fortyIncidents() {
        return IntStream.range(0, 40)
                .mapToObj(number -> Incident.open(
                        new IncidentId(UUID.randomUUID()), "component-" + number, "It failed.", Instant.EPOCH))
                .toList();
    }

    private long count() {
        return psql.sql("SELECT count(*) FROM operations.incidents")
                .query(Long.class)
                .single();
    }
}
