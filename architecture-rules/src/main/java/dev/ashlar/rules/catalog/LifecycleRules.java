// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;
import static dev.ashlar.rules.catalog.Catalog.all;

import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint.Kind;
import dev.ashlar.rules.catalog.Constraint.OnDelete;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on how rows come, change and go, and on what is said about it. */
final class LifecycleRules {
    private static final Pattern NOT_PROSE =
            Pattern.compile("(.*_)?(id|key|code|hash|type|kind|ref|by|ip|agent|slug|sku|currency)");
    private static final Pattern STATUS = Pattern.compile("(.*_)?(status|state)");

    static final List<Rule> RULES = List.of(
            Rule.of("row-timestamps").each(CATALOG, all(Catalog::tables), LifecycleRules::timestamps),
            Rule.of("deletion-policy").each(CATALOG, all(Catalog::tables), LifecycleRules::deletePolicy),
            Rule.of("optimistic-lock").whole(CATALOG, LifecycleRules::versions),
            Rule.of("ledger-chain")
                    .each(
                            CATALOG,
                            all(
                                    Catalog::tables,
                                    table -> table.column("balance_before").isPresent()
                                            || table.column("balance_after").isPresent()),
                            LifecycleRules::chain));

    private LifecycleRules() {}

    private static void timestamps(Table table, Findings findings) {
        boolean eventOrLink = table.deletes(DeletePolicy.APPEND_ONLY) || isJunction(table);
        if (isOnlyLink(table)) {
            return;
        }
        if (!isMoment(table, "created_at") && !(eventOrLink && hasMoment(table))) {
            findings.violation(table, table.qualified() + " has no created_at timestamptz NOT NULL");
        }
        if (table.isEdited() && !isJunction(table) && !isMoment(table, "updated_at")) {
            findings.violation(table, table.qualified() + " has no updated_at timestamptz NOT NULL");
        }
        table.column("deleted_at")
                .filter(Column::notNull)
                .ifPresent(column -> findings.violation(column, "deleted_at is never null, so no row is alive"));
    }

    private static boolean isMoment(Table table, String name) {
        return table.column(name).filter(LifecycleRules::isMoment).isPresent();
    }

    private static boolean hasMoment(Table table) {
        return table.columns().stream().anyMatch(LifecycleRules::isMoment);
    }

    private static boolean isMoment(Column column) {
        return column.type().equals("timestamp with time zone") && column.notNull();
    }

    /** True if its key is made of references to other tables. */
    private static boolean isJunction(Table table) {
        return table.primaryKey()
                .filter(key -> key.columns().size() > 1)
                .filter(key -> table.refersBy(key.columns()))
                .isPresent();
    }

    /** True if it says nothing but that two rows belong together. */
    private static boolean isOnlyLink(Table table) {
        return isJunction(table)
                && table.primaryKey()
                        .filter(key -> key.columns().size() == table.columns().size())
                        .isPresent();
    }

    private static void deletePolicy(Table table, Findings findings) {
        table.deletePolicy()
                .ifPresentOrElse(
                        policy -> keeps(table, policy, findings),
                        () -> findings.violation(
                                table, "the comment of " + table.qualified() + " declares no delete policy"));
    }

    private static void keeps(Table table, DeletePolicy policy, Findings findings) {
        boolean deletesSoftly = table.column("deleted_at").isPresent();
        if (deletesSoftly != (policy == DeletePolicy.SOFT)) {
            findings.violation(
                    table,
                    table.qualified() + " is " + policy + " and has " + (deletesSoftly ? "a" : "no") + " deleted_at");
        }
        if (policy == DeletePolicy.STATUS && table.columns().stream().noneMatch(LifecycleRules::saysWhatBecame)) {
            findings.violation(
                    table, table.qualified() + " has no status, and no is_… that could say what became of a row");
        }
        if (policy == DeletePolicy.APPEND_ONLY) {
            for (var event : List.of("UPDATE", "DELETE", "TRUNCATE")) {
                if (table.triggers().stream().noneMatch(trigger -> trigger.refuses(event))) {
                    findings.violation(table, "no trigger of " + table.qualified() + " refuses every " + event);
                }
            }
        }
    }

    private static boolean saysWhatBecame(Column column) {
        return column.isEnum() || column.type().equals("boolean");
    }

    private static void versions(Project project, Findings findings) {
        var catalog = Catalog.of(project);
        for (var table : catalog.tables()) {
            if (isEditedByPeople(table)) {
                findings.looked();
                if (!hasVersion(table) && owners(catalog, table).noneMatch(LifecycleRules::hasVersion)) {
                    findings.violation(table, table.qualified() + " is edited and has no version");
                }
            }
        }
    }

    private static boolean isEditedByPeople(Table table) {
        boolean prose = table.columns().stream()
                .anyMatch(column -> column.isText()
                        && !column.isGenerated()
                        && !NOT_PROSE.matcher(column.name()).matches());
        boolean lifecycle = table.columns().stream()
                .anyMatch(column ->
                        column.isEnum() && STATUS.matcher(column.name()).matches());
        return table.isEdited() && table.column("updated_at").isPresent() && prose && !lifecycle;
    }

    private static boolean hasVersion(Table table) {
        return table.column("version")
                .filter(version -> version.notNull() && version.type().matches("integer|bigint"))
                .isPresent();
    }

    /** Returns the tables whose rows take those of this one with them. */
    private static Stream<Table> owners(Catalog catalog, Table table) {
        return table.references()
                .filter(reference -> reference.onDelete() == OnDelete.CASCADE)
                .flatMap(reference -> catalog.table(reference.table()).stream());
    }

    private static void chain(Table ledger, Findings findings) {
        var sum = Pattern.compile("balance_after = \\(?balance_before [-+] ");
        if (ledger.constraints(Kind.CHECK).stream()
                .noneMatch(check -> sum.matcher(check.definition().replace("(balance", "balance"))
                        .find())) {
            findings.violation(ledger, "no check holds balance_after to balance_before and the movement");
        }
        if (ledger.foreignKeys().stream().noneMatch(key -> continues(ledger, key))) {
            findings.violation(ledger, "no foreign key holds balance_before to the balance_after of the entry before");
        }
        if (!ledger.deletes(DeletePolicy.APPEND_ONLY)) {
            findings.violation(ledger, "the ledger is not append-only");
        }
    }

    private static boolean continues(Table ledger, Constraint key) {
        var reference = key.references();
        int before = key.columns().indexOf("balance_before");
        return reference != null
                && reference.table().equals(ledger.qualified())
                && before >= 0
                && reference.columns().get(before).equals("balance_after");
    }
}
