// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** All that can be taken away from Ashlar's mappers and schema, piece by piece. */
final class Mutants {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path MAPPERS = ROOT.resolve("adapters-persistence/src/main/resources");

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

    private static final String THINGS = """
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

    private Mutants() {}

    /**
     * A mapper file with one guard less.
     *
     * @param name as in {@code mapper SlotMapper.change version}
     */
    record Unguarded(String name, Path file, String text) {}

    /**
     * An index or a foreign key.
     *
     * @param name as in {@code index ix_orders_user_id}
     */
    record Thing(String name, String table, String drop, String create) {}

    /**
     * True if a name begins with one of those of {@code -Dmutations.of=sync,wallet}, or none is given.
     *
     * @param name name that begins with a schema or the package of a context
     */
    static boolean isWanted(String name) {
        return Stream.of(System.getProperty("mutations.of", "").split(",")).anyMatch(name::startsWith);
    }

    static List<Path> mappers() {
        try (Stream<Path> files = Files.walk(MAPPERS)) {
            return files.filter(file -> file.toString().endsWith("Mapper.xml"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Each guard of each statement, replaced by TRUE. */
    static List<Unguarded> statements() {
        var mutants = new ArrayList<Unguarded>();
        var names = new HashSet<String>();
        for (var file : mappers()) {
            var text = read(file);
            GUARDS.forEach((kind, guard) -> {
                var found = guard.matcher(text);
                while (found.find()) {
                    var name = "mapper " + element(file, text, found.start()) + " " + kind;
                    while (!names.add(name)) {
                        name += " again";
                    }
                    mutants.add(new Unguarded(
                            name, file, text.substring(0, found.start()) + "TRUE" + text.substring(found.end())));
                }
            });
        }
        return mutants;
    }

    /** The statement or fragment that a position is in. */
    private static String element(Path file, String text, int at) {
        var ids = STATEMENT.matcher(text.substring(0, at));
        var id = "";
        while (ids.find()) {
            id = ids.group(1);
        }
        return file.getFileName().toString().replace("xml", "") + id;
    }

    /** Each index that is not a constraint's, and each foreign key. */
    static List<Thing> things(DataSource owner) throws SQLException {
        try (var connection = owner.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(THINGS)) {
            var things = new ArrayList<Thing>();
            while (rows.next()) {
                things.add(new Thing(
                        rows.getString(1) + " " + rows.getString(3),
                        rows.getString(2),
                        rows.getString(4),
                        rows.getString(5)));
            }
            return things;
        }
    }
}
