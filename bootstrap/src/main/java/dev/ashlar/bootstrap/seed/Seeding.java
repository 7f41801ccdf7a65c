package dev.ashlar.bootstrap.seed;

import dev.ashlar.bootstrap.database.EmbeddedDatabase;
import dev.ashlar.kernel.application.Seed;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Runs the seeds: those of reference data, then those of demo data where these are wanted. */
@Component
public class Seeding {
    private static final String DEMO_DATA = "ashlar.demo-data";

    private final List<Seed> reference;
    private final List<Seed> demo;
    private final boolean demoByDefault;

    Seeding(ObjectProvider<Seed> seeds, Environment environment, ObjectProvider<EmbeddedDatabase> embedded) {
        this.reference = seeds.orderedStream().filter(seed -> !seed.isDemo()).toList();
        this.demo = seeds.orderedStream().filter(Seed::isDemo).toList();
        // The embedded database is for trying Ashlar out; another database gets demo data only on request.
        this.demoByDefault = environment.getProperty(DEMO_DATA, Boolean.class, embedded.getIfAvailable() != null);
    }

    /** Runs the seeds that the settings ask for. */
    public void run(Consumer<String> progress) {
        run(reference, progress);
        if (demoByDefault) {
            run(demo, progress);
        }
    }

    /** Runs all seeds; returns false if there is no demo data on the class path. */
    public boolean runWithDemo(Consumer<String> progress) {
        run(reference, progress);
        run(demo, progress);
        return !demo.isEmpty();
    }

    /** Lines of the startup report about the rows that are there. */
    public List<String> report() {
        return demoByDefault
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
