package dev.ashlar.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.ashlar.rules.java.Grid;
import dev.ashlar.rules.java.ImportedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * A small project that breaks one rule, or just keeps it: a directory {@code fixtures/<rule>/<case>}, whose case begins with
 * {@code bad} or {@code good}. What lies in it is given to the project: {@code schema.sql} makes the database,
 * {@code mappers/}, {@code changelogs/}, {@code configuration/} and {@code recordings/} are what they say, Java classes are
 * those of the package {@code dev.ashlar.rules.fixtures.r<rule>.<case>}, {@code expected.txt} holds what the report must
 * say, line by line. The application's role is {@code shop_app}.
 */
record Fixture(String rule, Path directory) {
    static final Path ROOT = Path.of("src/test/resources/fixtures");

    private static final Set<String> TRIED_WITH_ROWS =
            Set.of("tenant-scope", "soft-delete-filter", "soft-delete-filter-by-key");
    private static final Map<String, DataSource> DATABASES = new ConcurrentHashMap<>();

    private static final Path CLASS_PATH = Path.of("target/test-classes");
    private static final Path CLASSES = CLASS_PATH.resolve("dev/ashlar/rules/fixtures");

    /** The classes of all fixtures, read together, since each alone would have ArchUnit read the same libraries again. */
    private static final class OfAll {
        static final JavaClasses CLASSES = new ClassFileImporter().importPath(Fixture.CLASSES);
    }

    static List<Fixture> of(Rule rule) {
        var directory = ROOT.resolve(rule.id());
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        return list(directory).stream()
                .map(path -> new Fixture(rule.id(), path))
                .toList();
    }

    String name() {
        return directory.getFileName().toString();
    }

    boolean mustBeCaught() {
        return name().startsWith("bad");
    }

    boolean hasChangelogs() {
        return Files.isDirectory(directory.resolve("changelogs"));
    }

    /** The project that lies in the directory. */
    Project project() {
        var project = Project.named("fixture " + rule + "/" + name())
                .sources(directory)
                .applicationRole("shop_app");
        var schema = directory.resolve("schema.sql");
        if (Files.exists(schema)) {
            // Only trials with rows lock tables. All other fixtures with the same schema share a database.
            var database = read(schema) + (TRIED_WITH_ROWS.contains(rule) ? "-- " + directory : "");
            project.database(DATABASES.computeIfAbsent(database, Fixture::database));
        }
        give("mappers", project::mappers);
        give("changelogs", project::changelogs);
        give("configuration", project::configuration);
        give("recordings", project::recordings);
        give("release", project::release);
        var classes = CLASSES.resolve(("r" + rule).replace('-', '_')).resolve(name().replace('-', '_'));
        if (Files.isDirectory(classes)) {
            var path = CLASS_PATH.relativize(classes);
            var name = path.toString().replace('/', '.');
            project.sources(Path.of("src/test/java").resolve(path))
                    .classes(name)
                    .grid(Grid.of(name))
                    .testClasses(classes);
            var own = OfAll.CLASSES.that(resideInAPackage(name + ".."));
            project.part(ImportedClasses.class, () -> new ImportedClasses(() -> own, () -> own));
        }
        return project;
    }

    private static DataSource database(String schema) {
        var database = TestServer.emptyDatabase();
        TestServer.run(database, schema);
        return database;
    }

    private void give(String part, Consumer<Path> taker) {
        if (Files.isDirectory(directory.resolve(part))) {
            taker.accept(directory.resolve(part));
        }
    }

    /** Texts that the report on a failing fixture must contain. */
    List<String> expected() {
        var file = directory.resolve("expected.txt");
        return Files.exists(file) ? read(file).lines().toList() : List.of();
    }

    static List<Path> list(Path directory) {
        try (var found = Files.list(directory)) {
            return found.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
