package dev.ashlar.bootstrap.architecture;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.FreshMyBatis;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rulebook notices what goes missing: each guard in Ashlar's mappers and each index and foreign key of its schema is taken
 * away by itself, in a copy, and some rule must then say so. What no rule can see is named here with the ordinary test that
 * does. The outcome stands in {@code target/rulebook/mutations.txt}.
 */
class MutationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path MAPPERS = ROOT.resolve("adapters-persistence/src/main/resources");
    private static final Path TESTS = ROOT.resolve("adapters-persistence/src/test/java");
    private static final String PROJECT = "a copy of Ashlar";
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Set<Checkpoint> LOOKED_AT = Set.of(Checkpoint.MAPPER, Checkpoint.PLAN, Checkpoint.CATALOG);
    private static final Rulebook RULES = Rulebook.standard()
            .only(rule -> rule.checks().stream().anyMatch(check -> LOOKED_AT.contains(check.at())));

    /** What no rule sees, and the test that fails without it. */
    private static final Map<String, String> SEEN_BY_TESTS = Map.of();

    /** A condition that keeps a statement from rows it must not touch. */
    private static final Map<String, Pattern> GUARDS = Map.of(
            "soft deletion", Pattern.compile("\\b(\\w+\\.)?deleted_at IS NULL\\b|<include refid=\"[\\w.]*\\blive\\b\"[^>]*?(/>|>.*?</include>)", Pattern.DOTALL),
            "version", Pattern.compile("(?<=(WHERE|AND|OR|\\()\\s{1,40})(\\w+\\.)?version = #\\{[^}]*}"),
            "owner", Pattern.compile("(?<=(WHERE|AND|OR|\\()\\s{1,40})(\\w+\\.)?(user_id|owner_id|platform_id) = #\\{[^}]*}"));

    @TempDir
    private Path copies;

    private final Map<String, String> outcomes = new TreeMap<>();
    private final List<String> survivors = new ArrayList<>();

    @AfterAll
    static void dropDatabase() {
        DATABASE.close();
    }

    @Test
    void whateverGoesMissingIsNoticed() throws IOException, SQLException {
        guardsOfStatements();
        indexesAndKeys();

        var written = Path.of("target/rulebook/mutations.txt");
        Files.createDirectories(written.getParent());
        Files.write(written, outcomes.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue()).toList());
        assertThat(survivors).as("what no rule notices, in %s", written).containsExactlyInAnyOrderElementsOf(SEEN_BY_TESTS.keySet());
    }

    @Test
    void testsThatSeeMoreThanRulesNameWhatTheySee() throws IOException {
        for (var seen : SEEN_BY_TESTS.entrySet()) {
            var thing = seen.getKey().substring(seen.getKey().lastIndexOf(' ') + 1);
            assertThat(TESTS.resolve(seen.getValue())).content().contains(thing);
        }
    }

    private void guardsOfStatements() throws IOException {
        for (var file : mappers()) {
            var text = Files.readString(file);
            var before = breaches(Map.of(file, text));
            for (var guard : GUARDS.entrySet()) {
                var found = guard.getValue().matcher(text);
                while (found.find()) {
                    var mutant = text.substring(0, found.start()) + "TRUE" + text.substring(found.end());
                    var name = "mapper %s %s of line %d".formatted(file.getFileName(), guard.getKey(), line(text, found.start()));
                    told(name, before, breaches(Map.of(file, mutant)));
                }
            }
        }
    }

    private static long line(String text, int at) {
        return text.substring(0, at).lines().count();
    }

    private void indexesAndKeys() throws IOException, SQLException {
        for (var thing : things()) {
            var statements = new HashMap<Path, String>();
            for (var file : mappers()) {
                var text = Files.readString(file);
                if (text.contains(thing.table())) {
                    statements.put(file, text);
                }
            }
            var before = breaches(statements);
            run(thing.drop());
            try {
                told(thing.kind() + " " + thing.name(), before, breaches(statements));
            } finally {
                run(thing.create());
            }
        }
    }

    /** An index or a foreign key. */
    private record Thing(String kind, String table, String name, String drop, String create) {}

    private static List<Thing> things() throws SQLException {
        var sql = """
                SELECT 'index', indrelid::regclass::text, c.relname, 'DROP INDEX ' || c.oid::regclass, pg_get_indexdef(c.oid)
                FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE c.relnamespace::regnamespace::text !~ '^(pg_|information_schema|public)'
                  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
                  AND NOT c.relispartition
                UNION ALL
                SELECT 'key', conrelid::regclass::text, conname,
                    'ALTER TABLE ' || conrelid::regclass || ' DROP CONSTRAINT ' || quote_ident(conname),
                    'ALTER TABLE ' || conrelid::regclass || ' ADD CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)
                FROM pg_constraint
                WHERE contype = 'f' AND conparentid = 0 AND connamespace::regnamespace::text !~ '^(pg_|information_schema|public)'
                ORDER BY 1, 2, 3""";
        try (var connection = DATABASE.owner().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var things = new ArrayList<Thing>();
            while (rows.next()) {
                things.add(new Thing(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)));
            }
            return things;
        }
    }

    private static void run(String sql) throws SQLException {
        try (var connection = DATABASE.owner().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<Path> mappers() throws IOException {
        try (Stream<Path> files = Files.walk(MAPPERS)) {
            return files.filter(file -> file.toString().endsWith("Mapper.xml")).sorted().toList();
        }
    }

    /** The breaches in a project of these mapper files and the fragments that all share, each with its rule. */
    private Set<String> breaches(Map<Path, String> files) throws IOException {
        var copy = Files.createTempDirectory(copies, "mutant");
        try (Stream<Path> shared = Files.walk(MAPPERS)) {
            for (var file : shared.filter(path -> path.toString().endsWith(".xml")).toList()) {
                if (!file.toString().endsWith("Mapper.xml")) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
        for (var file : files.entrySet()) {
            Files.writeString(copy.resolve(file.getKey().getFileName()), file.getValue());
        }
        var project = Project.named(PROJECT)
                .sources(copy)
                .mappers(copy)
                .mybatis(FreshMyBatis::configuration)
                .applicationRole("ashlar_app")
                .database(DATABASE.owner());
        var breaches = new TreeSet<String>();
        for (var verdict : RULES.examine(project).verdicts()) {
            verdict.violations().stream()
                    .filter(violation -> LOOKED_AT.contains(verdict.check().at()))
                    .filter(violation -> !violation.place().element().equals(PROJECT)) // only that nothing is left to look at
                    .forEach(violation -> breaches.add(verdict.rule().id() + "\t" + violation.place().element() + "\t" + violation.message()));
        }
        return breaches;
    }

    private void told(String mutant, Set<String> before, Set<String> after) {
        var killers = after.stream()
                .filter(breach -> !before.contains(breach))
                .map(breach -> breach.substring(0, breach.indexOf('\t')))
                .distinct()
                .collect(joining(", "));
        if (killers.isEmpty()) {
            survivors.add(mutant);
            outcomes.put(mutant, "survived; seen by " + SEEN_BY_TESTS.getOrDefault(mutant, "nobody"));
        } else {
            outcomes.put(mutant, "killed by " + killers);
        }
    }
}
