// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql;

import dev.ashlar.rules.Checkpoint;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.ResultRow;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.prepare.Prepared;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on doing no more than is needed, and not too much at once. */
final class SizeRules {
    private static final int MOST_BINDS = 65_535;
    private static final Pattern LEFT_JOIN = Pattern.compile(
            "(?i)\\bLEFT\\s+(?:OUTER\\s+)?JOIN\\s+(\\w+\\.\\w+)(?:\\s+(?:AS\\s+)?(?!ON\\b|USING\\b)(\\w+))?");
    private static final Pattern AT_MOST = Pattern.compile("At most ([\\d,_]+)");

    static final List<Rule> RULES = List.of(
            Rule.of("unused-join-or-column")
                    .with(Prepared.check(
                            prepared ->
                                    LEFT_JOIN.matcher(prepared.variant().sql()).find()
                                            || !ResultRules.namedColumns(prepared)
                                                    .isEmpty(),
                            SizeRules::joins)),
            Rule.of("batch-binds")
                    .with(Prepared.refuse(
                            Checkpoint.MAPPER,
                            prepared -> bindsForEachItem(prepared.variant()) > 0,
                            SizeRules::tooMany)));

    private SizeRules() {}

    private static void joins(Prepared prepared, Consumer<String> breach) {
        unused(prepared, breach);
        ResultRules.namedColumns(prepared).stream()
                .filter(column -> ResultRow.of(prepared.statement())
                        .flatMap(row -> row.part(column.label()))
                        .isEmpty())
                .forEach(column -> breach.accept("selects " + column.label() + ", which no component takes"));
    }

    private static void unused(Prepared prepared, Consumer<String> breach) {
        var aliases = new HashSet<String>();
        prepared.plan().all().map(PlanNode::alias).forEach(aliases::add);
        var joins = LEFT_JOIN.matcher(prepared.variant().sql());
        while (joins.find()) {
            var table = joins.group(1);
            var alias = joins.group(2) == null ? table.substring(table.indexOf('.') + 1) : joins.group(2);
            if (!aliases.contains(alias.toLowerCase(Locale.ROOT))) {
                breach.accept("joins " + table + " " + alias + " and uses nothing of it");
            }
        }
    }

    private static long bindsForEachItem(Variant variant) {
        return variant.parameters().stream()
                .filter(parameter -> parameter.path().contains("[1]"))
                .count();
    }

    private static @Nullable String tooMany(Prepared prepared) {
        long limit = limit(prepared.statement());
        long each = bindsForEachItem(prepared.variant());
        if (limit == 0) {
            return "binds " + each + " parameters for each item and does not say how many items there may be";
        }
        return limit * each > MOST_BINDS
                ? "binds " + each + " parameters for each of at most " + limit + " items"
                : null;
    }

    /** Items that a comment says there may be at most; 0 if none does. */
    private static long limit(MapperStatement statement) {
        return StatementMark.comments(statement)
                .map(AT_MOST::matcher)
                .filter(Matcher::find)
                .mapToLong(said -> Long.parseLong(said.group(1).replaceAll("[,_]", "")))
                .findFirst()
                .orElse(0);
    }
}
