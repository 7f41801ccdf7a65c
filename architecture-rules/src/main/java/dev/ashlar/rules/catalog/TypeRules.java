// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules on what a column's name promises of its type. */
final class TypeRules {
    private static final Pattern MONEY =
            Pattern.compile("(.*_)?(price|amount|total|subtotal|cost|fee|discount|tax|salary"
                    + "|revenue|balance)(_before|_after)?(_(?<currency>[a-z]{3}))?");
    private static final Pattern LITERALS = Pattern.compile("\\(\\(?(\\w+)\\)?(::text)? = ANY \\(+ARRAY\\['");
    private static final Set<String> NUMBERS = Set.of("smallint", "integer", "bigint", "numeric");
    private static final Set<String> CODES = Stream.of(
                    Currency.getAvailableCurrencies().toArray(Currency[]::new))
            .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
            .collect(toUnmodifiableSet());

    /**
     * Meaning that a name promises.
     *
     * @param name names that promise it
     * @param types the types that keep the promise
     */
    private record Promise(Pattern name, Set<String> types) {
        static Promise of(String name, String... types) {
            return new Promise(Pattern.compile(name), Set.of(types));
        }
    }

    private static final List<Promise> PROMISES = List.of(
            Promise.of("(is|has|can|was|should)_.+", "boolean"),
            Promise.of("(.+_)?date|.+_on", "date", "uuid", "timestamp with time zone"),
            Promise.of(
                    "(.+_)?(count|qty|quantity|attempts|priority|position|seq|minutes|seconds|ms|bytes|year)",
                    "smallint",
                    "integer",
                    "bigint",
                    "numeric"),
            Promise.of("id|(.+_)?uuid", "uuid", "smallint", "integer", "bigint"),
            Promise.of(".+_ids", "uuid[]", "integer[]", "bigint[]"),
            Promise.of("ip|ip_address|.+_ip", "inet"),
            Promise.of("duration|interval|(.+)_interval", "interval"),
            Promise.of("tags|labels", "text[]", "jsonb"));

    static final List<Rule> RULES = List.of(
            Rule.of("most-specific-type")
                    .whole(CATALOG, TypeRules::specificTypes)
                    .refuse(
                            CATALOG,
                            TablePart.all(
                                    Table::constraints,
                                    (table, check) -> check.kind() == Constraint.Kind.CHECK
                                            && isAboutText(table, check.columns())),
                            TypeRules::listed),
            Rule.of("exact-money").whole(CATALOG, TypeRules::money),
            Rule.of("derived-columns-generated").whole(CATALOG, TypeRules::computedFields));

    private TypeRules() {}

    private static void specificTypes(Project project, Findings findings) {
        var catalog = Catalog.of(project);
        for (var column : catalog.columns()) {
            for (var promise : PROMISES) {
                if (promise.name().matcher(column.name()).matches()) {
                    findings.looked();
                    if (!promise.types().contains(column.baseType())) {
                        findings.violation(column, column.name() + " is of type " + column.type());
                    }
                }
            }
            if (column.name().endsWith("_id") && namesARow(catalog, column.name())) {
                findings.looked();
                if (column.isText()) {
                    findings.violation(column, column.name() + " names a row and is of type " + column.type());
                }
            }
        }
    }

    /** Refuses a check that restricts a column to a list of literals. */
    private static @Nullable String listed(TablePart<Constraint> check) {
        var list = LITERALS.matcher(check.part().definition());
        return list.find() && isAboutText(check.table(), List.of(list.group(1)))
                ? list.group(1) + " is text with a list of values: make it an enum type"
                : null;
    }

    private static boolean isAboutText(Table table, List<String> columns) {
        return columns.stream().flatMap(column -> table.column(column).stream()).anyMatch(Column::isText);
    }

    /** True if some table is called like what an id names: order_id and orders. */
    private static boolean namesARow(Catalog catalog, String id) {
        var row = id.substring(0, id.length() - "_id".length());
        return catalog.tables().stream()
                .anyMatch(table -> table.name().equals(row + "s")
                        || table.name().equals(row + "es")
                        || table.name().equals(row.replaceAll("y$", "ies")));
    }

    private static void money(Project project, Findings findings) {
        var catalog = Catalog.of(project);
        for (var column : catalog.columns()) {
            var money = MONEY.matcher(column.name());
            if (!money.matches()) {
                continue;
            }
            findings.looked();
            if (!NUMBERS.contains(column.baseType()) || column.type().equals("numeric")) {
                findings.violation(column, column.name() + " is of type " + column.type());
            } else if (column.baseType().equals("numeric")
                    && !isCurrency(money.group("currency"))
                    && !hasCurrency(catalog, catalog.table(column.table()).orElseThrow())) {
                findings.violation(column, "no currency stands beside " + column.name());
            }
        }
    }

    private static boolean isCurrency(@Nullable String code) {
        return code != null && CODES.contains(code);
    }

    /** In the table itself, or in one that its rows belong to. */
    private static boolean hasCurrency(Catalog catalog, Table table) {
        return Stream.concat(
                        Stream.of(table),
                        table.references().flatMap(reference -> catalog.table(reference.table()).stream()))
                .flatMap(either -> either.columns().stream())
                .anyMatch(column -> column.name().matches("(.*_)?currency"));
    }

    private static void computedFields(Project project, Findings findings) {
        for (var table : Catalog.of(project).tables()) {
            ComputedFields.of(table).forEach((column, evidence) -> {
                findings.looked();
                if (!column.isGenerated()) {
                    findings.violation(column, column.name() + " is not generated, but " + evidence);
                }
            });
        }
    }
}
