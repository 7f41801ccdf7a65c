// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Effects of a changed column type in PostgreSQL. */
final class Types {
    private static final Pattern SIZED = Pattern.compile("([a-z ]+?)\\s*\\((\\d+)(?:\\s*,\\s*(\\d+))?\\)");
    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint", "numeric");
    private static final Map<String, String> ALIASES = Map.of(
            "int", "integer",
            "int4", "integer",
            "int8", "bigint",
            "int2", "smallint",
            "decimal", "numeric",
            "varchar", "character varying",
            "char", "character");

    private Types() {}

    /** Returns the type that a column has before a change; {@code unknown} where the changelogs do not say. */
    static String before(Changeset changeset, Action.ChangeType change) {
        return changeset
                .before()
                .column(change.on(), change.column())
                .map(Known.KnownColumn::type)
                .orElse("unknown");
    }

    /** True if PostgreSQL changes the type without rewriting the table. */
    static boolean isFree(String from, String to) {
        var old = SizedType.of(from);
        var wanted = SizedType.of(to);
        if (old.name().equals("character varying")) {
            return wanted.name().equals("text")
                    || (wanted.name().equals(old.name()) && wanted.length() >= old.length());
        }
        return old.name().equals("numeric")
                && wanted.name().equals("numeric")
                && wanted.length() >= old.length()
                && (wanted.scale() == old.scale() || wanted.length() == Integer.MAX_VALUE);
    }

    /** True if the new type holds all values of the old one. */
    static boolean isWider(String from, String to) {
        var old = SizedType.of(from);
        var wanted = SizedType.of(to);
        int size = INTEGERS.indexOf(old.name());
        if (size >= 0 && size < 3 && wanted.length() == Integer.MAX_VALUE) {
            return INTEGERS.indexOf(wanted.name()) > size;
        }
        boolean enlarges = old.name().equals("character")
                && List.of("character", "character varying", "text").contains(wanted.name());
        return isFree(from, to)
                || (enlarges && wanted.length() >= old.length())
                || (old.name().equals("numeric")
                        && wanted.name().equals("numeric")
                        && wanted.scale() >= old.scale()
                        && (long) wanted.length() - wanted.scale() >= (long) old.length() - old.scale())
                || (old.name().equals("date") && wanted.name().startsWith("timestamp"))
                || (old.name().equals("real") && wanted.name().equals("double precision"));
    }

    private record SizedType(String name, int length, int scale) {
        static SizedType of(String written) {
            var text = written.toLowerCase(Locale.ROOT).strip();
            var sized = SIZED.matcher(text);
            var name = sized.matches() ? sized.group(1).strip() : text;
            int length = sized.matches() ? Integer.parseInt(sized.group(2)) : Integer.MAX_VALUE;
            int scale = sized.matches() && sized.group(3) != null ? Integer.parseInt(sized.group(3)) : 0;
            return new SizedType(ALIASES.getOrDefault(name, name), length, scale);
        }
    }
}
