// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import static dev.ashlar.rules.Checkpoint.CATALOG;
import static dev.ashlar.rules.catalog.Catalog.all;

import dev.ashlar.rules.Rule;
import io.github.mfvanek.pg.connection.PgConnection;
import io.github.mfvanek.pg.core.checks.common.DatabaseCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithCharTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithFixedLengthVarcharCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithJsonTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithMoneyTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithSerialTypesCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.ColumnsWithTimestampOrTimetzTypeCheckOnHost;
import io.github.mfvanek.pg.core.checks.host.PrimaryKeysWithSerialTypesCheckOnHost;
import io.github.mfvanek.pg.model.column.ColumnNameAware;
import io.github.mfvanek.pg.model.dbobject.DbObject;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules on the types of columns. */
final class ColumnRules {
    private static final Pattern MOMENT = Pattern.compile("(.*_)?at");
    private static final Pattern STATUS = Pattern.compile("(.*_)?(status|state|stage)");
    private static final Pattern FLEXIBLE =
            Pattern.compile("metadata|settings|preferences|attributes|payload|options|(.*_)?(json|details|properties)");

    static final List<Rule> RULES = List.of(
            Rule.of("timestamp-style")
                    .refuse(
                            CATALOG,
                            all(
                                    Catalog::columns,
                                    column -> column.type().startsWith("timestamp")
                                            || MOMENT.matcher(column.name()).matches()),
                            column -> !MOMENT.matcher(column.name()).matches()
                                    ? column.name() + " is a moment"
                                    : !column.type().equals("timestamp with time zone")
                                            ? column.name() + " is of type " + column.type()
                                            : null),
            Rule.of("status-enum")
                    .refuse(
                            CATALOG,
                            TablePart.all(
                                    Table::columns,
                                    (table, column) ->
                                            STATUS.matcher(column.name()).matches()),
                            ColumnRules::status),
            Rule.of("flexible-data-jsonb")
                    .refuse(
                            CATALOG,
                            all(
                                    Catalog::columns,
                                    column -> Set.of("json", "jsonb", "xml", "hstore")
                                                    .contains(column.baseType())
                                            || FLEXIBLE.matcher(column.name()).matches()),
                            column -> !column.type().equals("jsonb")
                                    ? column.name() + " is of type " + column.type()
                                    : null),
            Rule.of("prefer-timestamptz")
                    .with(Health.none(
                            catalog -> catalog.columns().stream()
                                    .filter(column -> column.type().startsWith("time"))
                                    .toList(),
                            column(
                                    ColumnsWithTimestampOrTimetzTypeCheckOnHost::new,
                                    " is a timestamp without zone, or a timetz"))),
            Rule.of("no-legacy-types")
                    .with(Health.none(
                            Catalog::columns,
                            column(ColumnsWithJsonTypeCheckOnHost::new, " is json"),
                            column(ColumnsWithMoneyTypeCheckOnHost::new, " is money"),
                            column(ColumnsWithCharTypeCheckOnHost::new, " is char(n)"),
                            column(ColumnsWithFixedLengthVarcharCheckOnHost::new, " is varchar(n)"),
                            column(ColumnsWithSerialTypesCheckOnHost::new, " is serial"),
                            column(PrimaryKeysWithSerialTypesCheckOnHost::new, " is serial"))),
            Rule.of("text-length")
                    .refuse(
                            CATALOG,
                            TablePart.all(Table::columns, (table, column) -> column.isText() && !column.isGenerated()),
                            text -> TextLength.isBounded(text.table(), text.part())
                                    ? null
                                    : text.part().name() + " may be of any length"));

    private ColumnRules() {}

    private static @Nullable String status(TablePart<Column> status) {
        var column = status.part();
        if (!column.isEnum()) {
            return column.name() + " is of type " + column.type();
        }
        boolean mayLack = !column.notNull() || column.defaultValue() == null;
        return mayLack && !status.table().deletes(DeletePolicy.APPEND_ONLY)
                ? column.name() + " is nullable or has no default"
                : null;
    }

    private static <T extends DbObject & ColumnNameAware> Health<T> column(
            Function<PgConnection, DatabaseCheckOnHost<T>> check, String what) {
        return Health.finds(check, found -> found.getColumnName() + what);
    }
}
