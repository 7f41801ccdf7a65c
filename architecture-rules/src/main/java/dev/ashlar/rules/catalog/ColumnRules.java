// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;

import dev.ashlar.rules.Project;
import dev.ashlar.rules.Rule;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithCharTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithFixedLengthVarcharCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithJsonTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithMoneyTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithSerialTypesCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithTimestampOrTimetzTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.PrimaryKeysWithSerialTypesCheckOnHost;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rules on the types of columns. */
final class ColumnRules {
    /** All of them. */
    static final List<Rule> RULES =
            List.of(moments(), status(), flexibleData(), timestamptz(), legacyTypes(), textLength());

    private static final Pattern MOMENT = Pattern.compile("(.*_)?at");
    private static final Pattern STATUS = Pattern.compile("(.*_)?(status|state|stage)");
    private static final Pattern FLEXIBLE =
            Pattern.compile("metadata|settings|preferences|attributes|payload|options|(.*_)?(json|details|properties)");

    private ColumnRules() {}

    private static Rule moments() {
        return Rule.of("timestamp-style")
                .each(
                        CATALOG,
                        columns(column -> column.type().startsWith("timestamp")
                                || MOMENT.matcher(column.name()).matches()),
                        (column, findings) -> {
                            if (!MOMENT.matcher(column.name()).matches()) {
                                findings.violation(column, column.name() + " is a moment");
                            } else if (!column.type().equals("timestamp with time zone")) {
                                findings.violation(column, column.name() + " is of type " + column.type());
                            }
                        });
    }

    private static Rule status() {
        return Rule.of("status-enum").whole(CATALOG, (project, findings) -> {
            for (var table : Catalog.of(project).tables()) {
                for (var column : table.columns()) {
                    if (!STATUS.matcher(column.name()).matches()) {
                        continue;
                    }
                    findings.looked();
                    if (!column.isEnum()) {
                        findings.violation(column, column.name() + " is of type " + column.type());
                    } else if (!table.deletes(DeletePolicy.APPEND_ONLY)
                            && (!column.notNull() || column.defaultValue() == null)) {
                        findings.violation(column, column.name() + " is nullable or has no default");
                    }
                }
            }
        });
    }

    private static Rule flexibleData() {
        return Rule.of("flexible-data-jsonb")
                .each(
                        CATALOG,
                        columns(column ->
                                Set.of("json", "jsonb", "xml", "hstore").contains(column.baseType())
                                        || FLEXIBLE.matcher(column.name()).matches()),
                        (column, findings) -> {
                            if (!column.type().equals("jsonb")) {
                                findings.violation(column, column.name() + " is of type " + column.type());
                            }
                        });
    }

    private static Rule timestamptz() {
        return Rule.of("prefer-timestamptz")
                .with(Health.none(
                        catalog -> catalog.columns().stream()
                                .filter(column -> column.type().startsWith("time"))
                                .toList(),
                        Health.finds(
                                ColumnsWithTimestampOrTimetzTypeCheckOnHost::new,
                                column -> column.getColumnName() + " is a timestamp without zone, or a timetz")));
    }

    private static Rule legacyTypes() {
        return Rule.of("no-legacy-types")
                .with(Health.none(
                        Catalog::columns,
                        Health.finds(ColumnsWithJsonTypeCheckOnHost::new, found -> found.getColumnName() + " is json"),
                        Health.finds(
                                ColumnsWithMoneyTypeCheckOnHost::new, found -> found.getColumnName() + " is money"),
                        Health.finds(
                                ColumnsWithCharTypeCheckOnHost::new, found -> found.getColumnName() + " is char(n)"),
                        Health.finds(
                                ColumnsWithFixedLengthVarcharCheckOnHost::new,
                                found -> found.getColumnName() + " is varchar(n)"),
                        Health.finds(
                                ColumnsWithSerialTypesCheckOnHost::new, found -> found.getColumnName() + " is serial"),
                        Health.finds(
                                PrimaryKeysWithSerialTypesCheckOnHost::new,
                                found -> found.getColumnName() + " is serial")));
    }

    private static Rule textLength() {
        return Rule.of("text-length").whole(CATALOG, (project, findings) -> {
            for (var table : Catalog.of(project).tables()) {
                for (var column : table.columns()) {
                    if (column.isText() && !column.isGenerated()) {
                        findings.looked();
                        if (!TextLength.isBounded(table, column)) {
                            findings.violation(column, column.name() + " may be of any length");
                        }
                    }
                }
            }
        });
    }

    private static Function<Project, List<Column>> columns(Predicate<Column> of) {
        return project -> Catalog.of(project).columns().stream().filter(of).toList();
    }
}
