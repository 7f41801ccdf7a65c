// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.MULTILINE;

import dev.ashlar.rules.Place;
import dev.ashlar.rules.files.TextFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of the changelogs that create tables, columns, indexes and so on, found in the text of the first statement that
 * names it. What the text does not name has no line.
 */
final class Creations {
    private static final String NAME = "([\\w.\"]+)";
    private static final Pattern COMMENT = Pattern.compile("--.*$", MULTILINE);
    private static final Pattern END = Pattern.compile(";\\s*$", MULTILINE);
    private static final Pattern STATEMENT =
            pattern("^\\s*(?:(CREATE)\\s+(?:(?:OR\\s+REPLACE|UNIQUE|CONSTRAINT)\\s+)*|ALTER\\s+(?=TABLE\\b))"
                    + "(TYPE|FUNCTION|PROCEDURE|SCHEMA|TABLE|INDEX|TRIGGER)\\s+"
                    + "(?:CONCURRENTLY\\s+)?(?:IF\\s+(?:NOT\\s+)?EXISTS\\s+)?(?:ONLY\\s+)?" + NAME);
    private static final Pattern ON = pattern("\\sON\\s+(?:ONLY\\s+)?" + NAME);
    private static final Pattern MEMBER =
            pattern("(?:\\bCONSTRAINT\\s+|\\bADD\\s+COLUMN\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?"
                    + "|(?:^\\s+|[(,]\\s*)(?!CONSTRAINT\\b|ADD\\b))" + NAME);

    private final Map<String, Place> places = new HashMap<>();

    private Creations() {}

    /** Reads all SQL files below some directories, and below those of some changelogs. */
    static Creations in(List<Path> named) {
        var creations = new Creations();
        for (var path : named) {
            var directory = Files.isDirectory(path) || path.getParent() == null ? path : path.getParent();
            TextFiles.under(directory, ".*\\.sql").forEach(file -> creations.read(file, TextFiles.text(file)));
        }
        return creations;
    }

    /** Returns the line that creates something, else only its name. */
    Place place(String element) {
        return places.getOrDefault(element, Place.of(element));
    }

    private void read(Path file, String text) {
        var sql = COMMENT.matcher(text).replaceAll(comment -> " ".repeat(comment.end() - comment.start()));
        var statement = STATEMENT.matcher(sql);
        while (statement.find()) {
            var name = qualified(statement.group(3));
            int start = statement.start(3);
            int end = end(sql, statement.end());
            switch (statement.group(2).toUpperCase(Locale.ROOT)) {
                case "TABLE" -> {
                    if (statement.group(1) != null) {
                        put(name, file, sql, start, end);
                    }
                    members(file, sql, statement, name, end);
                }
                case "INDEX", "TRIGGER" -> {
                    var on = ON.matcher(sql).region(statement.end(), end);
                    if (on.find()) {
                        put(qualified(on.group(1)) + "." + plain(statement.group(3)), file, sql, start, end);
                    }
                }
                default -> {
                    put(name, file, sql, start, end);
                    put(plain(statement.group(3)), file, sql, start, end); // a schema has no other
                }
            }
        }
    }

    /** Whatever a line of CREATE TABLE or ALTER TABLE may name; what it does not name is never asked for. */
    private void members(Path file, String sql, Matcher table, String name, int end) {
        var member = MEMBER.matcher(sql).region(table.end(), end);
        while (member.find()) {
            put(name + "." + plain(member.group(1)), file, sql, member.start(1), member.end(1));
        }
    }

    private void put(String element, Path file, String sql, int start, int end) {
        places.putIfAbsent(element, Place.in(file, line(sql, start), line(sql, end), element));
    }

    private static int line(String sql, int offset) {
        return 1
                + (int) sql.substring(0, offset)
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
    }

    private static int end(String sql, int from) {
        var end = END.matcher(sql);
        return end.find(from) ? end.start() : sql.length();
    }

    private static String qualified(String written) {
        return written.contains(".") ? plain(written) : "public." + plain(written);
    }

    private static String plain(String written) {
        return written.contains("\"") ? written.replace("\"", "") : written.toLowerCase(Locale.ROOT);
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, CASE_INSENSITIVE | MULTILINE);
    }
}
