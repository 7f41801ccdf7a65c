package dev.ashlar.bootstrap.seed;

import dev.ashlar.bootstrap.database.EmbeddedDatabase;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Brings reference and demo data in, telling each step. */
@Component
public class Seeding {
    private static final String DEMO_DATA = "ashlar.demo-data";

    private final ReferenceData referenceData;
    private final DemoData demoData;
    private final boolean demo;

    Seeding(
            ReferenceData referenceData,
            DemoData demoData,
            Environment environment,
            ObjectProvider<EmbeddedDatabase> embedded) {
        this.referenceData = referenceData;
        this.demoData = demoData;
        // A start without any configuration is somebody trying Ashlar out; on a database of theirs they have to ask.
        this.demo = environment.getProperty(DEMO_DATA, Boolean.class, embedded.getIfAvailable() != null);
    }

    /** Brings in the reference data, and the demo data if they are wanted here or now. */
    public void run(boolean demoNow, Consumer<String> progress) {
        run(referenceData.seeds(), progress);
        if (demo || demoNow) {
            run(demoData.seeds(), progress);
        }
    }

    /** The demo logins, where demo data are on. */
    public List<DemoLogin> demoLogins() {
        return demo ? demoData.logins() : List.of();
    }

    private static void run(List<Seed> seeds, Consumer<String> progress) {
        for (var seed : seeds) {
            seed.action().run();
            progress.accept("seeded       " + seed.what());
        }
    }
}
