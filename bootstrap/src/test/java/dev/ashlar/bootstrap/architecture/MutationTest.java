package dev.ashlar.bootstrap.architecture;

import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.FreshMyBatis;
import dev.ashlar.kernel.persistence.testing.TestDatabase;
import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
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
    private static final String PROJECT = "a copy of Ashlar";
    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final Rulebook ON_STATEMENTS = looking(Checkpoint.MAPPER, Checkpoint.PLAN);
    private static final Rulebook ON_SCHEMA = looking(Checkpoint.CATALOG);

    /** What no rule sees, and the test that fails without it. */
    private static final Map<String, String> SEEN_BY_TESTS = Map.ofEntries(
            entry("index ix_orders_user_id", "CommerceQueryPlansTest.areWhatTheQueriesNeed"),
            entry("index ix_scheduled_tasks_execution_time", "ScheduledTasksTest.areWhatDbSchedulerAsksFor"),
            entry("index ix_scheduled_tasks_last_heartbeat", "ScheduledTasksTest.areWhatDbSchedulerAsksFor"),
            entry("index ix_slot_feedbacks_about_id", "MentoringQueryPlansTest.areWhatTheQueriesNeed"),
            entry("index uq_payments_pending", "ConstraintNamesTest.everyNameWithAMeaningIsInTheDatabase"),
            entry(
                    "index uq_token_holds_ref_idempotency_key",
                    "ConstraintNamesTest.everyNameWithAMeaningIsInTheDatabase"),
            entry("key fk_tokens_head", "LedgerTamperingTest.aWalletSaysWhatItsLedgerSays"),
            entry("mapper AllotmentViewMapper.wanted owner", "AllotmentViewMapperTest.listsWhatIsWanted"),
            entry(
                    "mapper IdentityViewMapper.sessions owner",
                    "IdentityViewMapperTest.showsOnlyThePersonsOwnSessionsThatAreStillGood"),
            entry("mapper OrderViewMapper.wanted owner", "CommerceViewMapperTest.listsOrdersNewestFirst"),
            entry("mapper RefreshTokenMapper.revoke owner", "RefreshTokensContract.endsOneSessionOfItsOwner"),
            entry("mapper SlotMapper.change version", "SlotsContract.theFirstChangeOfAVersionStands"),
            entry("mapper UserMapper.edit version", "UsersContract.refusesAnEditOfAnOldVersion"),
            entry(
                    "mapper WalletViewMapper.lastSeq owner",
                    "WalletViewMapperTest.readsAStatementOldestFirstAndPartByPart"));

    /** What neither a rule nor a test is known to see yet: another index would do, only slower, or nobody has tried. */
    private static final Set<String> SEEN_BY_NOBODY_YET = Set.of(
            "index ix_event_publication_failed",
            "index ix_orders_payment_id",
            "index ix_slots_mentor_id_meetings",
            "index ix_slots_mentor_id_open",
            "index ix_slots_taken_back",
            "index uq_payments_captured",
            "mapper SlotMapper.remove version");

    private static final Pattern STATEMENT =
            Pattern.compile("<(?:select|update|insert|delete|sql) [^>]*?id=\"(\\w+)\"");

    /** A condition that keeps a statement from rows it must not touch. */
    private static final Map<String, Pattern> GUARDS = Map.of(
            "soft deletion",
                    Pattern.compile(
                            "\\b(\\w+\\.)?deleted_at IS NULL\\b|<include refid=\"[\\w.]*\\blive\\b\"[^>]*?(/>|>.*?</include>)",
                            Pattern.DOTALL),
            "version", Pattern.compile("(?<=(WHERE|AND|OR|\\()\\s{1,40})(\\w+\\.)?version = #\\{[^}]*}"),
            "owner",
                    Pattern.compile(
                            "(?<=(WHERE|AND|OR|\\()\\s{1,40})(\\w+\\.)?(user_id|owner_id|platform_id) = #\\{[^}]*}"));

    @TempDir
    private Path copies;

    private final Map<String, String> outcomes = new TreeMap<>();

    /** The rulebook, but only the checks that look at what is taken away from here. */
    private static Rulebook looking(Checkpoint... checkpoints) {
        return Rulebook.of(Rulebook.standard().rules().stream()
                .map(rule -> rule.only(check -> Set.of(checkpoints).contains(check.at())))
                .filter(rule -> !rule.checks().isEmpty())
                .toArray(Rule[]::new));
    }

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
        Files.write(
                written,
                outcomes.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + entry.getValue())
                        .toList());
        assertThat(outcomes)
                .as("what no rule notices, in %s", written)
                .allSatisfy((mutant, outcome) -> assertThat(outcome.startsWith("survived"))
                        .as(mutant)
                        .isEqualTo(SEEN_BY_TESTS.containsKey(mutant) || SEEN_BY_NOBODY_YET.contains(mutant)))
                .containsKeys(SEEN_BY_TESTS.keySet().toArray(String[]::new))
                .containsKeys(SEEN_BY_NOBODY_YET.toArray(String[]::new));
    }

    @Test
    void testsThatSeeMoreThanRulesAreThere() throws IOException {
        for (var seen : SEEN_BY_TESTS.values()) {
            var test = seen.split("\\.", -1);
            try (Stream<Path> files = Files.walk(ROOT)) {
                assertThat(files.filter(file -> file.endsWith(test[0] + ".java")))
                        .singleElement()
                        .satisfies(file -> assertThat(file).content().contains("void " + test[1] + "("));
            }
        }
    }

    private void guardsOfStatements() throws IOException {
        for (var file : mappers()) {
            var text = Files.readString(file);
            var before = breaches(ON_STATEMENTS, Map.of(file, text));
            for (var guard : GUARDS.entrySet()) {
                var found = guard.getValue().matcher(text);
                while (found.find()) {
                    var mutant = text.substring(0, found.start()) + "TRUE" + text.substring(found.end());
                    var what = name(file, text, found.start()) + " " + guard.getKey();
                    killed(
                            outcomes.containsKey(what) ? what + " again" : what,
                            before,
                            breaches(ON_STATEMENTS, Map.of(file, mutant)));
                }
            }
        }
    }

    /** The statement or fragment that a position is in. */
    private static String name(Path file, String text, int at) {
        var ids = STATEMENT.matcher(text.substring(0, at));
        var id = "";
        while (ids.find()) {
            id = ids.group(1);
        }
        return "mapper " + file.getFileName().toString().replace("xml", "") + id;
    }

    private void indexesAndKeys() throws IOException, SQLException {
        Map<String, Set<String>> known = new HashMap<>();
        for (var thing : things()) {
            var statements = new HashMap<Path, String>();
            for (var file : mappers()) {
                var text = Files.readString(file);
                if (text.contains(thing.table())) {
                    statements.put(file, text);
                }
            }
            for (var rules : List.of(ON_STATEMENTS, ON_SCHEMA)) { // the quicker ones first
                var key = thing.table() + rules.rules().size();
                if (!known.containsKey(key)) {
                    known.put(key, breaches(rules, statements));
                }
                run(thing.drop());
                boolean killed;
                try {
                    killed = killed(thing.kind() + " " + thing.name(), known.get(key), breaches(rules, statements));
                } finally {
                    run(thing.create());
                }
                if (killed) {
                    break;
                }
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
                things.add(new Thing(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4), rows.getString(5)));
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
            return files.filter(file -> file.toString().endsWith("Mapper.xml"))
                    .sorted()
                    .toList();
        }
    }

    /** The breaches in a project of these mapper files and the fragments that all share, each with its rule. */
    private Set<String> breaches(Rulebook rules, Map<Path, String> files) throws IOException {
        var copy = Files.createTempDirectory(copies, "mutant");
        try (Stream<Path> shared = Files.walk(MAPPERS)) {
            for (var file :
                    shared.filter(path -> path.toString().endsWith(".xml")).toList()) {
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
        for (var verdict : rules.examine(project).verdicts()) {
            verdict.violations().stream()
                    .filter(violation ->
                            !violation.place().element().equals(PROJECT)) // only that nothing is left to look at
                    .forEach(violation -> breaches.add(
                            verdict.rule().id() + "\t" + violation.place().element() + "\t" + violation.message()));
        }
        return breaches;
    }

    private boolean killed(String mutant, Set<String> before, Set<String> after) {
        var killers = after.stream()
                .filter(breach -> !before.contains(breach))
                .map(breach -> breach.substring(0, breach.indexOf('\t')))
                .distinct()
                .collect(joining(", "));
        outcomes.put(
                mutant,
                killers.isEmpty()
                        ? "survived; seen by " + SEEN_BY_TESTS.getOrDefault(mutant, "nobody")
                        : "killed by " + killers);
        return !killers.isEmpty();
    }
}
