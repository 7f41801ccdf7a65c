// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.seed;

import dev.ashlar.bootstrap.database.EmbeddedDatabase;
import dev.ashlar.kernel.application.Seed;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Runs the seeds: those of reference data, then those of demo data where these are wanted. */
@Component
public class Seeding {
    /** Setting that adds demo data; production refuses it. */
    public static final String DEMO_DATA = "ashlar.demo-data";

    private final List<Seed> reference;
    private final List<Seed> demo;
    private final boolean isDemoWanted;
    private final DataSource database;

    Seeding(
            ObjectProvider<Seed> seeds,
            Environment environment,
            ObjectProvider<EmbeddedDatabase> embedded,
            DataSource database) {
        this.reference = seeds.orderedStream().filter(seed -> !seed.isDemo()).toList();
        this.demo = seeds.orderedStream().filter(Seed::isDemo).toList();
        // The embedded database is for trying Ashlar out; another database gets demo data only on request.
        this.isDemoWanted = environment.getProperty(DEMO_DATA, Boolean.class, embedded.getIfAvailable() != null);
        this.database = database;
    }

    /** Runs the seeds that the settings ask for, when no other process is seeding the database. */
    public void run(Consumer<String> progress) throws SQLException {
        try (var _ = SeedLock.take(database)) {
            run(reference, progress);
            if (isDemoWanted) {
                run(demo, progress);
            }
        }
    }

    /** True if demo data is on the class path. */
    public boolean hasDemoData() {
        return !demo.isEmpty();
    }

    /** Lines of the startup report about the rows that are there. */
    public List<String> report() {
        return isDemoWanted
                ? demo.stream().flatMap(seed -> seed.report().stream()).toList()
                : List.of();
    }

    private static void run(List<Seed> seeds, Consumer<String> progress) {
        for (var seed : seeds) {
            seed.run();
            progress.accept("seeded       " + seed.name());
        }
    }
}
