// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.Findings;
import dev.ashlar.rules.Rule;
import dev.ashlar.rules.catalog.Constraint.Kind;
import dev.ashlar.rules.catalog.Constraint.OnDelete;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules on how rows come, change and go, and on what is said about it. */
final class LifecycleRules {
    /** All of them. */
    static final List<Rule> RULES = List.of(timestamps(), deletePolicy(), versions(), ledgers());

    private static final Pattern NOT_PROSE =
            Pattern.compile("(.*_)?(id|key|code|hash|type|kind|ref|by|ip|agent|slug|sku|currency)");
    private static final Pattern STATUS = Pattern.compile("(.*_)?(status|state)");

    private LifecycleRules() {}

    private static Rule timestamps() {
        return Rule.of("row-timestamps", "Rows say when they were made and, if they change, when they last did.")
                .because("the first question about a wrong row is since when")
                .mend(
                        "add created_at, and updated_at where the application updates; both timestamptz NOT NULL; deleted_at"
                                + " is null while the row lives")
                .each(CATALOG, project -> Catalog.of(project).tables(), (table, findings) -> {
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
                            .ifPresent(column ->
                                    findings.violation(column, "deleted_at is never null, so no row is alive"));
                });
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
                .filter(key -> key.columns().stream()
                        .allMatch(column -> table.constraints(Kind.FOREIGN_KEY).stream()
                                .anyMatch(foreign -> foreign.columns().contains(column))))
                .isPresent();
    }

    /** True if it says nothing but that two rows belong together. */
    private static boolean isOnlyLink(Table table) {
        return isJunction(table)
                && table.primaryKey()
                        .filter(key -> key.columns().size() == table.columns().size())
                        .isPresent();
    }

    private static Rule deletePolicy() {
        return Rule.of(
                        "deletion-policy",
                        "Each table declares what becomes of rows that are no longer wanted, and keeps to it.")
                .because(
                        "otherwise each statement decides anew, and the first DELETE that should have been an UPDATE is final")
                .mend(
                        "end the table's comment with 'Delete policy: soft.', status, append-only or hard; append-only takes a"
                                + " trigger that refuses UPDATE, DELETE and TRUNCATE, soft a column deleted_at, status a column that"
                                + " says it")
                .each(CATALOG, project -> Catalog.of(project).tables(), (table, findings) -> {
                    var policy = table.deletePolicy();
                    if (policy.isEmpty()) {
                        findings.violation(table, "the comment of " + table.qualified() + " declares no delete policy");
                    } else {
                        keeps(table, policy.get(), findings);
                    }
                });
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

    private static Rule versions() {
        return Rule.of("optimistic-lock", "A table whose rows people edit has a version.")
                .warning()
                .because("of two who edit the same row, the later one silently undoes what the earlier one wrote")
                .mend("add version int NOT NULL DEFAULT 0, let each edit compare and increment it")
                .partly(
                        "tables with updated_at and prose that the application may update, and without their own status; rows"
                                + " deleted with another table's row are guarded by that one's version")
                .whole(CATALOG, (project, findings) -> {
                    var catalog = Catalog.of(project);
                    for (var table : catalog.tables()) {
                        if (isEditedByPeople(table)) {
                            findings.looked();
                            if (!hasVersion(table) && owners(catalog, table).noneMatch(LifecycleRules::hasVersion)) {
                                findings.violation(table, table.qualified() + " is edited and has no version");
                            }
                        }
                    }
                });
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

    /** The tables whose rows take those of this one with them. */
    private static Stream<Table> owners(Catalog catalog, Table table) {
        return table.constraints(Kind.FOREIGN_KEY).stream()
                .map(Constraint::references)
                .flatMap(Stream::ofNullable)
                .filter(reference -> reference.onDelete() == OnDelete.CASCADE)
                .flatMap(reference -> catalog.table(reference.table()).stream());
    }

    private static Rule ledgers() {
        return Rule.of(
                        "ledger-chain",
                        "A ledger's entries form a chain: each begins with the balance that the one before left.")
                .because(
                        "a balance that only the application computes is wrong after its first race, and nobody can tell where")
                .mend(
                        "add CHECK (balance_after = balance_before + …) and a foreign key from balance_before to the balance_after"
                                + " of the entry before; make the table append-only")
                .each(
                        CATALOG,
                        project -> Catalog.of(project).tables().stream()
                                .filter(table -> table.column("balance_before").isPresent()
                                        || table.column("balance_after").isPresent())
                                .toList(),
                        LifecycleRules::chain);
    }

    private static void chain(Table ledger, Findings findings) {
        var sum = Pattern.compile("balance_after = \\(?balance_before [-+] ");
        if (ledger.constraints(Kind.CHECK).stream()
                .noneMatch(check -> sum.matcher(check.definition().replace("(balance", "balance"))
                        .find())) {
            findings.violation(ledger, "no check holds balance_after to balance_before and the movement");
        }
        if (ledger.constraints(Kind.FOREIGN_KEY).stream().noneMatch(key -> continues(ledger, key))) {
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
