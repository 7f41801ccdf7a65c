// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.rows;

import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import dev.ashlar.rules.rows.TargetTable.TargetColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Values that are worth a try in a column, as SQL expressions: ordinary ones of its type, and what the table's checks mention.
 * Another seed prefers other values, so that rows differ.
 */
final class Candidates {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w'.])-?\\d{1,15}(?![\\w'])");
    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'::([a-z ]+)");
    private static final int LONGEST = 2000;

    /** Time of one of the values of UUIDs, for a check that the time in a UUIDv7 is that of the row. */
    private static final String TIME = "2025-10-22 09:14:24.062Z";

    private static final String TIME_IN_HEX = "019a0b32-b5be";

    /** Repetitions of what may be repeated without end, so that a check of the length holds as well. */
    private static final RgxGenProperties SHORT = new RgxGenProperties();

    static {
        RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(SHORT, 4);
    }

    private Candidates() {}

    /** Candidates of a column that no foreign key binds; the most preferred one first. */
    static List<String> of(TargetColumn column, String checks, boolean unique, int seed) {
        var values = new LinkedHashSet<String>();
        var typed = column.labels().isEmpty() ? byType(column, checks, seed) : rotated(quoted(column.labels()), seed);
        boolean free = checks.isEmpty() && !unique;
        values.addAll(free ? typed.subList(0, Math.min(1, typed.size())) : typed);
        if (!column.required()) {
            var all = new ArrayList<>(values);
            all.add(free || seed % 2 == 0 ? 0 : all.size(), "NULL");
            return free && seed % 2 == 1 && all.size() > 1 ? List.of(all.get(1)) : all;
        }
        return List.copyOf(values);
    }

    private static List<String> byType(TargetColumn column, String checks, int seed) {
        var type = column.base();
        if (type.endsWith("[]")) {
            var name = type.substring(0, type.length() - 2);
            var element = new TargetColumn(column.name(), name, name, true, List.of());
            var one = byType(element, "", seed);
            return one.isEmpty() ? List.of("'{}'") : List.of("ARRAY[" + one.get(0) + "]::" + type, "'{}'");
        }
        return switch (type) {
            case "smallint", "integer", "bigint", "numeric", "real", "double precision", "money" ->
                numbers(checks, seed);
            case "text", "character varying", "character", "name", "citext" -> texts(checks, column.name(), seed);
            case "uuid" ->
                List.of(
                        "md5('" + column.name() + seed + "')::uuid",
                        "md5('other" + column.name() + seed + "')::uuid",
                        "'" + TIME_IN_HEX + "-7000-8000-%012d'".formatted(seed));
            case "boolean" -> rotated(List.of("true", "false"), seed);
            case "date" -> moments("current_date", "day", checks, type, seed);
            case "timestamp with time zone", "timestamp without time zone" ->
                moments("now()", "hour", checks, type, seed);
            case "time without time zone", "time with time zone" ->
                moments("time '08:00'", "minute", checks, type, seed);
            case "interval" ->
                List.of("interval '1 hour'", "interval '30 minutes'", "interval '1 day'", "interval '0'");
            case "jsonb", "json" -> List.of("'{}'", "'[]'", "'\"text\"'", "'1'", "'[1]'", "'{\"key\": " + seed + "}'");
            case "bytea" -> List.of("sha256('" + seed + "'::bytea)", "'\\x00'", "''");
            case "inet", "cidr" -> List.of("'192.0.2." + seed % 250 + "'");
            case "int4range", "int8range", "numrange" -> List.of("'[" + seed * 10 + "," + (seed * 10 + 5) + ")'");
            case "daterange" ->
                List.of("daterange(current_date + " + seed * 10 + ", current_date + " + (seed * 10 + 5) + ")");
            case "tstzrange", "tsrange" ->
                List.of(type + "(date_trunc('day', now()::" + (type.equals("tsrange") ? "timestamp" : "timestamptz")
                        + ") + interval '" + seed + " days', date_trunc('day', now()::"
                        + (type.equals("tsrange") ? "timestamp" : "timestamptz") + ") + interval '" + seed
                        + " days 1 hour')");
            default -> List.of("''");
        };
    }

    private static List<String> numbers(String checks, int seed) {
        var numbers = new LinkedHashSet<Long>(List.of(1L + seed, 1L, 0L, 2L, 10L, -1L, -1L - seed, 100L, 10_000L));
        var mentioned = NUMBER.matcher(checks);
        while (mentioned.find()) {
            long number = Long.parseLong(mentioned.group());
            Collections.addAll(numbers, number, number + 1, number - 1, number + seed);
        }
        return numbers.stream().limit(24).map(number -> "(" + number + ")").toList();
    }

    private static List<String> texts(String checks, String name, int seed) {
        var texts = new LinkedHashSet<String>();
        var strings = STRING.matcher(checks);
        while (strings.find()) {
            var literal = strings.group(1).replace("''", "'");
            if (isPattern(checks, strings.start())) {
                sample(literal, seed).ifPresent(texts::add);
            } else {
                texts.add(literal.replace("%", name + seed));
            }
        }
        if (checks.contains("length(")) {
            var lengths = NUMBER.matcher(checks);
            while (lengths.find()) {
                int length = (int) Math.min(LONGEST, Math.abs(Long.parseLong(lengths.group())));
                texts.add(padded(name + seed, length));
            }
        }
        Collections.addAll(texts, name + " " + seed, "a" + seed, "A" + seed, "person" + seed + "@example.org", "");
        return quoted(List.copyOf(texts));
    }

    /** Returns a matching text, another one for another seed; empty if the generator does not know the expression's syntax. */
    private static Optional<String> sample(String regex, int seed) {
        try {
            return Optional.of(RgxGen.parse(SHORT, regex).generate(new Random(seed)));
        } catch (RuntimeException beyond) {
            return Optional.empty();
        }
    }

    private static boolean isPattern(String checks, int start) {
        var before = checks.substring(0, start).stripTrailing();
        return before.endsWith("~") || before.endsWith("~*");
    }

    private static String padded(String text, int length) {
        return text.length() >= length
                ? text.substring(text.length() - length)
                : text + "x".repeat(length - text.length());
    }

    private static List<String> moments(String base, String unit, String checks, String type, int seed) {
        var moments = new LinkedHashSet<String>();
        for (int offset : new int[] {0, 1, -1, 2, -2, 24}) {
            moments.add("(" + base + " + interval '" + (seed * 3 + offset) + " " + unit + "')");
        }
        moments.add("(timestamptz '" + TIME + "')");
        var strings = STRING.matcher(checks);
        while (strings.find()) {
            if (strings.group(2).strip().equals(type)) {
                moments.add(strings.group());
            }
        }
        return List.copyOf(moments);
    }

    private static List<String> quoted(List<String> texts) {
        return texts.stream().map(text -> "'" + text.replace("'", "''") + "'").toList();
    }

    private static List<String> rotated(List<String> values, int seed) {
        var rotated = new ArrayList<>(values);
        Collections.rotate(rotated, -seed);
        return rotated;
    }
}
