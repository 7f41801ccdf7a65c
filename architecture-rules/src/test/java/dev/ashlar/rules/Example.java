// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import dev.ashlar.rules.java.Grid;
import dev.ashlar.rules.java.ImportedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * Small project on a rule's page that breaks the rule, or just keeps it. Its classes, {@code com.example} on the page, are built in a
 * separate package, since all examples are on one class path. The application's role is {@code shop_app}.
 *
 * @param rule name of the rule
 * @param breaks true if it breaks the rule
 * @param title heading on the page, or an empty one
 * @param files texts of its files, by their paths as {@link Block} makes them
 * @param findings texts that the report on a breach must contain
 */
record Example(String rule, boolean breaks, String title, Map<String, String> files, List<String> findings) {
    /** Directory of the classes: MyBatis looks for them on the class path. */
    static final Path CLASS_PATH = Path.of("target/test-classes");

    private static final Path FILES = Path.of("target/pages/files");
    private static final Path SOURCES = Path.of("target/pages/java");
    private static final Set<String> TRIED_WITH_ROWS =
            Set.of("tenant-scope", "soft-delete-filter", "soft-delete-filter-by-key");
    /** Roles belong to the whole server. */
    private static final String ROLE = """
            DO $$
            BEGIN
                CREATE ROLE shop_app;
            EXCEPTION
                WHEN duplicate_object OR unique_violation THEN NULL;
            END
            $$;
            """;

    private static final Map<String, DataSource> DATABASES = new ConcurrentHashMap<>();

    /** The title, as a test is called. */
    String name() {
        return (breaks ? "breaks it" : "keeps it") + (title.isEmpty() ? "" : ": " + title);
    }

    boolean hasClasses() {
        return files.keySet().stream().anyMatch(path -> path.startsWith(Block.JAVA));
    }

    private String name(char separator) {
        var slug = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
        return "pages" + separator + rule.replace('-', '_') + separator + (breaks ? "breaks_" : "keeps_") + slug;
    }

    /** Base package of its classes. */
    private String base() {
        return name('.');
    }

    private Path directory() {
        return FILES.resolve(name('/'));
    }

    /** Writes its classes for the compiler. */
    Stream<Path> sources() {
        return files.keySet().stream()
                .filter(path -> path.startsWith(Block.JAVA))
                .map(path -> write(
                        SOURCES.resolve(name('/')).resolve(path.substring(Block.JAVA.length())), files.get(path)));
    }

    /** The project that it describes. */
    Project project() {
        var project = Project.named(rule + ": " + name())
                .sources(makeDirectory(directory()))
                .applicationRole("shop_app");
        var schema = files.get(Block.SCHEMA);
        if (schema != null) {
            // Only trials with rows lock tables. All other examples with the same schema share a database.
            var database = schema + (TRIED_WITH_ROWS.contains(rule) ? "-- " + directory() : "");
            project.database(DATABASES.computeIfAbsent(database, Example::database));
        }
        files.forEach((path, text) -> {
            if (!path.startsWith(Block.JAVA)) {
                write(directory().resolve(path), text);
            }
        });
        give("mappers", project::mappers);
        give("changelogs", project::changelogs);
        give("configuration", project::configuration);
        give("recordings", project::recordings);
        give("release", project::release);
        if (hasClasses()) {
            project.sources(SOURCES.resolve(name('/')))
                    .classes(base())
                    .grid(Grid.of(base()))
                    .testClasses(CLASS_PATH.resolve(name('/')));
            var own = Classes.ALL.that(resideInAPackage(base() + ".."));
            project.part(ImportedClasses.class, () -> new ImportedClasses(() -> own, () -> own));
        }
        return project;
    }

    /** A report in the words of the page. */
    String asOnThePage(String report) {
        var relative = report.replace(directory() + "/", "");
        return hasClasses() ? relative.replace(base(), "com.example") : relative;
    }

    private Path write(Path file, String text) {
        try {
            makeDirectory(file.getParent());
            return Files.writeString(file, hasClasses() ? text.replace("com.example", base()) : text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path makeDirectory(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private void give(String part, Consumer<Path> taker) {
        if (files.keySet().stream().anyMatch(path -> path.startsWith(part + "/"))) {
            taker.accept(directory().resolve(part));
        }
    }

    private static DataSource database(String schema) {
        var database = TestServer.emptyDatabase();
        TestServer.run(database, ROLE + schema);
        return database;
    }
}
