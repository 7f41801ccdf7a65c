// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.trial;

import dev.ashlar.rules.catalog.Catalog;
import dev.ashlar.rules.catalog.UserType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One value of each type, the same wherever the type occurs: then keys meet their references and parameters meet columns, and a
 * single row in each table is enough for a statement to find it.
 */
final class TrialValues {
    /** True if a value is below, like or above all others of its type. */
    enum Size {
        LOW(0),
        SAME(1),
        HIGH(2);

        private final int rank;

        Size(int rank) {
            this.rank = rank;
        }
    }

    private final Map<String, String> labels = new HashMap<>();

    TrialValues(Catalog catalog) {
        catalog.types().stream()
                .filter(UserType::isEnum)
                .forEach(type -> labels.put(type.qualified(), type.labels().get(0)));
    }

    /** Returns a value as text, for a type by any of its names. */
    String of(String type, Size size) {
        var name = type.replace("\"", "").replaceAll("\\(.*?\\)", "").toLowerCase(Locale.ROOT);
        if (name.startsWith("_")) {
            return "{" + of(name.substring(1), size) + "}";
        }
        if (name.endsWith("[]")) {
            return "{" + of(name.substring(0, name.length() - 2), size) + "}";
        }
        int rank = size.rank;
        return switch (name) {
            case "uuid" -> "0000000" + (rank + 1) + "-0000-7000-8000-000000000000";
            case "smallint",
                    "integer",
                    "bigint",
                    "numeric",
                    "int2",
                    "int4",
                    "int8",
                    "real",
                    "double precision",
                    "float4",
                    "float8" -> String.valueOf(1 + 4 * rank);
            case "boolean", "bool" -> "true";
            case "date" -> "202" + (5 + rank) + "-01-01";
            case "timestamp with time zone", "timestamp without time zone", "timestamptz", "timestamp" ->
                "202" + (5 + rank) + "-01-01 00:00:00+00";
            case "time without time zone", "time" -> "0" + (rank + 1) + ":00";
            case "interval" -> (rank + 1) + " days";
            case "json", "jsonb" -> "{}";
            case "inet", "cidr" -> "10.0.0." + (rank + 1);
            case "bytea" -> "\\x0" + (rank + 1);
            case "tstzrange", "tsrange", "daterange" -> "[2026-01-01,2026-02-01)";
            default -> labels.getOrDefault(name, String.valueOf((char) ('a' + rank)));
        };
    }
}
