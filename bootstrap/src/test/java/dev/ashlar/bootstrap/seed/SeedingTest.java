// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.seed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.bootstrap.database.EmbeddedDatabase;
import dev.ashlar.bootstrap.testing.AshlarProcess;
import dev.ashlar.kernel.application.Seed;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class SeedingTest {
    /** Seed that fails if it runs twice at the same time. */
    private static final class Crowded implements Seed {
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger runs = new AtomicInteger();

        @Override
        public String name() {
            return "crowded";
        }

        @Override
        public void run() {
            assertThat(inside.incrementAndGet()).as("seeding at the same time").isEqualTo(1);
            Thread.yield();
            runs.incrementAndGet();
            inside.decrementAndGet();
        }
    }

    @Test
    void seedsADatabaseOneProcessAtATime() throws Exception {
        var seed = new Crowded();
        try (var database = TestDatabase.empty();
                var threads = Executors.newFixedThreadPool(8)) {
            Callable<Void> process = () -> {
                seeding(database, seed).run(_ -> {});
                return null;
            };
            for (var done :
                    threads.invokeAll(Stream.generate(() -> process).limit(40).toList())) {
                done.get();
            }
        }
        assertThat(seed.runs).hasValue(40);
    }

    @Test
    @Timeout(30)
    void goesOnWhenTheProcessThatSeedsIsKilled() throws SQLException {
        var seed = new Crowded();
        try (var database = TestDatabase.empty()) {
            var killed = database.owner().getConnection();
            killed.createStatement().execute("SELECT pg_advisory_lock(" + SeedLock.KEY + ")");
            try (var threads = Executors.newSingleThreadExecutor()) {
                var waiting = threads.submit(() -> {
                    seeding(database, seed).run(_ -> {});
                    return null;
                });
                assertThat(waiting).isNotDone();
                killed.close();
                assertThat(waiting).succeedsWithin(java.time.Duration.ofSeconds(20));
            }
        }
        assertThat(seed.runs).hasValue(1);
    }

    @Test
    @Tag("exhaustive")
    void addsDemoDataOnceWhenThreeProcessesSeedAtTheSameTime(@TempDir Path temp) {
        try (var database = TestDatabase.migrated()) {
            var processes = Stream.of("a", "b", "c")
                    .map(name -> AshlarProcess.start(
                            temp.resolve("home"),
                            "seed",
                            "--demo",
                            "--spring.liquibase.enabled=false",
                            "--spring.datasource.url=" + database.url(),
                            "--spring.datasource.username=ashlar_app",
                            "--spring.datasource.password=ashlar_app"))
                    .toList();
            try {
                assertThat(processes)
                        .allSatisfy(process -> assertThat(process.awaitEnd())
                                .as(process.output())
                                .isZero());
            } finally {
                processes.forEach(AshlarProcess::close);
            }
            var psql = database.psql();
            assertThat(psql.sql("SELECT count(*), count(DISTINCT lower(email)) FROM identity.users")
                            .query()
                            .singleRow()
                            .values())
                    .containsOnly(5L);
            assertThat(psql.sql("SELECT count(*) FROM wallet.token_usages WHERE reason = 'Demo tokens to start with'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(2);
        }
    }

    private static Seeding seeding(TestDatabase database, Seed seed) {
        var beans = new StaticListableBeanFactory(Map.of("seed", seed));
        return new Seeding(
                beans.getBeanProvider(Seed.class),
                new MockEnvironment(),
                beans.getBeanProvider(EmbeddedDatabase.class),
                database.application());
    }
}
