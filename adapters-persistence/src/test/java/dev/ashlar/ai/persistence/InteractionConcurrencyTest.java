// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.ai.persistence;

import static dev.ashlar.ai.domain.SampleInteractions.interaction;
import static dev.ashlar.ai.domain.SampleInteractions.origin;
import static dev.ashlar.ai.domain.SampleInteractions.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.ai.domain.AiProviderId;
import dev.ashlar.ai.domain.Interaction;
import dev.ashlar.ai.domain.InteractionFilter;
import dev.ashlar.ai.domain.InteractionId;
import dev.ashlar.ai.domain.InteractionOrigin;
import dev.ashlar.ai.domain.InteractionStatus;
import dev.ashlar.kernel.persistence.testing.FreshDatabase;
import dev.ashlar.kernel.persistence.testing.PersistenceTest;
import dev.ashlar.kernel.persistence.testing.Together;
import dev.ashlar.kernel.persistence.testing.Together.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Interactions that several requests and jobs store and change at the same moment. */
@PersistenceTest
class InteractionConcurrencyTest {
    private static final int CLIENTS = 8;
    private static final Instant NOW = Instant.parse("2002-03-15T12:00:00Z");

    private final InteractionMapper interactions;
    private final InteractionPartitionMapper partitions;
    private final TransactionTemplate transaction;
    private final JdbcClient owner;
    private InteractionOrigin origin = origin(new AiProviderId(user().value()), user());

    @Autowired
    InteractionConcurrencyTest(
            InteractionMapper interactions,
            InteractionPartitionMapper partitions,
            PlatformTransactionManager transactions,
            FreshDatabase.Switch database) {
        this.interactions = interactions;
        this.partitions = partitions;
        this.transaction = new TransactionTemplate(transactions);
        this.owner = database.database().psql();
    }

    @BeforeEach
    void startAnew() {
        owner.sql("DELETE FROM ai.ai_interactions").update();
        origin = origin(TestProviders.insert(owner), user());
    }

    @Test
    void storesEachInteractionOnceHoweverManyRequestsSendIt() {
        var calls = calls(1000, NOW);

        var outcomes = Together.run(
                CLIENTS, client -> committed(() -> interactions.insert(client % 2 == 0 ? calls : calls.reversed())));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(ids(outcomes)).doesNotHaveDuplicates().hasSize(calls.size());
        assertThat(count("true")).isEqualTo(calls.size());
    }

    @Test
    void processesEachInteractionOnceWhileSeveralRequestsProcess() {
        insert(calls(200, NOW));
        var all = new InteractionFilter(null, null, null, null, null, null, null);

        var outcomes = Together.run(CLIENTS, client -> () -> {
            int sum = 0;
            for (int last = 1; last > 0; sum += last) {
                last = Objects.requireNonNull(transaction.execute(_ -> interactions.process(all, 7, NOW)));
            }
            return sum;
        });

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes.stream()
                        .mapToInt(outcome -> Objects.requireNonNull(outcome.value()))
                        .sum())
                .isEqualTo(200);
        assertThat(count("status = 'processed'")).isEqualTo(200);
    }

    @Test
    void movesAnInteractionOnceHoweverManyRequestsMoveIt() {
        var call = calls(1, NOW).getFirst();
        insert(List.of(call));

        var outcomes = Together.run(
                CLIENTS,
                client -> committed(() -> client % 2 == 0
                        ? interactions.change(call.id(), null, InteractionStatus.PROCESSED, null, NOW)
                        : interactions.change(call.id(), null, InteractionStatus.FAILED, "Error", NOW)));

        assertThat(outcomes).allMatch(Outcome::succeeded);
        assertThat(outcomes)
                .filteredOn(outcome -> Boolean.TRUE.equals(outcome.value()))
                .hasSize(1);
    }

    @Test
    void losesNothingWhilePartitionsAreMade() {
        var early = calls(50, NOW);
        insert(early);
        var tasks = new ArrayList<Callable<Set<InteractionId>>>();
        for (int client = 0; client < CLIENTS; client++) {
            tasks.add(() -> {
                var stored = new HashSet<InteractionId>();
                for (int month = 0; month < 12; month++) {
                    var given = calls(
                            5, NOW.atZone(ZoneOffset.UTC).plusMonths(month).toInstant());
                    stored.addAll(Objects.requireNonNull(transaction.execute(_ -> interactions.insert(given))));
                }
                return stored;
            });
        }
        for (int instance = 0; instance < 2; instance++) {
            tasks.add(() -> {
                for (int month = 0; month < 12; month++) {
                    var day = LocalDate.of(2002, 3, 1).plusMonths(month);
                    transaction.execute(_ -> partitions.make(day, day));
                }
                return Set.of();
            });
        }

        var outcomes = Together.run(tasks);

        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        var expected = new ArrayList<>(ids(outcomes));
        early.forEach(call -> expected.add(call.id()));
        assertThat(expected).hasSize(50 + CLIENTS * 12 * 5);
        transaction.executeWithoutResult(_ -> partitions.make(LocalDate.of(2002, 3, 1), LocalDate.of(2002, 3, 1)));
        assertThat(owner.sql("SELECT id FROM ai.ai_interactions")
                        .query((row, _) -> new InteractionId(row.getObject("id", UUID.class)))
                        .list())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(count("tableoid = 'ai.ai_interactions_default'::regclass")).isZero();
    }

    @Test
    void makesAndDropsEachPartitionOnceWhileSeveralInstancesDoSo() {
        var first = LocalDate.of(2003, 1, 1);
        var made = Together.run(CLIENTS, instance -> committed(() -> partitions.make(first, first.plusMonths(5))));
        assertThat(sum(made)).isEqualTo(6);

        var dropped = Together.run(CLIENTS, instance -> committed(() -> partitions.dropBefore(first.plusMonths(5))));
        assertThat(sum(dropped)).isGreaterThanOrEqualTo(5);
        assertThat(Together.run(2, instance -> committed(() -> partitions.dropBefore(first.plusMonths(5)))))
                .extracting(Outcome::value)
                .containsOnly(0);
    }

    private List<Interaction> calls(int number, Instant time) {
        return IntStream.range(0, number)
                .mapToObj(n -> interaction(origin, time.plusMillis(n)))
                .toList();
    }

    private void insert(List<Interaction> calls) {
        transaction.executeWithoutResult(_ -> interactions.insert(calls));
    }

    private <T> Callable<T> committed(Supplier<T> work) {
        return () -> Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }

    private long count(String condition) {
        return owner.sql("SELECT count(*) FROM ai.ai_interactions WHERE " + condition)
                .query(Long.class)
                .single();
    }

    private static List<InteractionId> ids(List<Outcome<Set<InteractionId>>> outcomes) {
        return outcomes.stream()
                .map(Outcome::value)
                .filter(Objects::nonNull)
                .flatMap(Set::stream)
                .collect(Collectors.toList());
    }

    private static int sum(List<Outcome<Integer>> outcomes) {
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome.failure()).isNull());
        return outcomes.stream()
                .mapToInt(outcome -> Objects.requireNonNull(outcome.value()))
                .sum();
    }
}
