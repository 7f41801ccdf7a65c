// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.sql.expand.Mappers;
import dev.ashlar.rules.sql.expand.Variant;
import dev.ashlar.rules.sql.plan.Partitions;
import dev.ashlar.rules.sql.plan.PlanNode;
import dev.ashlar.rules.sql.query.Tables;
import java.sql.Connection;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGResultSetMetaData;
import org.postgresql.core.Parser;
import tools.jackson.databind.ObjectMapper;

/**
 * PostgreSQL as the judge: every variant is prepared and explained, none is run. All on one connection, which is closed
 * afterwards.
 *
 * @param variants what became of each variant, in order; those that refuse an empty collection included
 */
public record Preparation(List<Prepared> variants) {
    private static final int OLDEST = 18;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** All that PREPARE takes. A driver parses CALL, SET or LOCK as well, which have no plan and no columns. */
    private static final Pattern PLANNED = Pattern.compile(
            "(?is)^(\\s|\\(|--[^\\n]*\\n|/\\*.*?\\*/)*(SELECT|INSERT|UPDATE|DELETE|MERGE|VALUES|WITH|TABLE)\\b");

    private static final PlanNode UNPLANNED = PlanNode.of(JSON.createObjectNode());

    /** Prepares them, once a project. */
    public static Preparation of(Project project) {
        return project.part(Preparation.class, () -> {
            var prepared = new ArrayList<Prepared>();
            var variants = Mappers.of(project).variants();
            var tables = Tables.of(project);
            try (var connection = project.database().getConnection();
                    var settings = connection.createStatement()) {
                refuseUnlessReadable(connection.getMetaData().getDatabaseMajorVersion());
                // Whole tables are read, and joined by reading both sides, only where no index is of use. No partition
                // is left out: with
                // parameters that are null all of them would be.
                settings.execute("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
                        + " SET enable_partition_pruning = off; SET plan_cache_mode = force_generic_plan");
                var partitions = Partitions.of(connection);
                variants.forEach(variant -> prepared.add(prepare(connection, variant, tables, partitions)));
            } catch (SQLException noConnection) {
                throw new IllegalStateException(noConnection);
            }
            return new Preparation(List.copyOf(prepared));
        });
    }

    /** Older ones do not say in their plans which node they would rather not have. */
    static void refuseUnlessReadable(int version) {
        if (version < OLDEST) {
            throw new CannotTell(
                    "plans are read as PostgreSQL " + OLDEST + " writes them, and the database is a PostgreSQL "
                            + version + "; only the tests need the newer one");
        }
    }

    /** The variants that PostgreSQL accepts: those that rules examine. */
    public List<Prepared> usable() {
        return variants.stream()
                .filter(prepared -> prepared.refusal().isEmpty())
                .toList();
    }

    /** The others, but for those that refuse an empty collection. One rule tells them. */
    public List<Prepared> refused() {
        return variants.stream()
                .filter(prepared -> !prepared.refusal().isEmpty() && !prepared.refusesEmptyCollection())
                .toList();
    }

    /** First with no types at all, so that PostgreSQL infers them; then, where it cannot, with those that the handlers send. */
    private static Prepared prepare(Connection connection, Variant variant, Tables tables, Partitions partitions) {
        try {
            return prepare(connection, variant, tables, partitions, Binding.NONE);
        } catch (SQLException undetermined) {
            try {
                return prepare(connection, variant, tables, partitions, Binding.HANDLERS);
            } catch (SQLException | RuntimeException refused) {
                return Prepared.refused(
                        variant, message(variant, undetermined), String.valueOf(undetermined.getSQLState()));
            }
        } catch (RuntimeException failed) {
            return Prepared.refused(variant, "its plan cannot be read: " + failed + " " + variant, "");
        }
    }

    private static Prepared prepare(
            Connection connection, Variant variant, Tables tables, Partitions partitions, Binding binding)
            throws SQLException {
        try (var statement = connection.prepareStatement(variant.sql())) {
            binding.bind(statement, variant);
            var types = new ArrayList<String>();
            var parameters = statement.getParameterMetaData();
            for (int i = 1; i <= parameters.getParameterCount(); i++) {
                types.add(parameters.getParameterTypeName(i));
            }
            if (!PLANNED.matcher(variant.sql()).find()) {
                return Prepared.accepted(
                        variant, types, List.of(), UNPLANNED, tables, refusedBinding(connection, variant));
            }
            var plan = partitions.merged(explain(connection, variant, types));
            var columns = columns(statement.getMetaData(), plan);
            return Prepared.accepted(variant, types, columns, plan, tables, refusedBinding(connection, variant));
        }
    }

    /** PostgreSQL's refusal when each parameter comes with the type that its handler sends; empty if it does not. */
    private static String refusedBinding(Connection connection, Variant variant) {
        try (var statement = connection.prepareStatement(variant.sql())) {
            Binding.HANDLERS.bind(statement, variant);
            statement.getMetaData();
            return "";
        } catch (SQLException | RuntimeException refused) {
            return "with the types that the handlers send, PostgreSQL refuses it: "
                    + String.valueOf(refused.getMessage()).replaceAll("\\s+", " ");
        }
    }

    private static List<ResultColumn> columns(@Nullable ResultSetMetaData result, PlanNode plan) throws SQLException {
        var columns = new ArrayList<ResultColumn>();
        if (result != null) {
            var origins = result.unwrap(PGResultSetMetaData.class);
            var output = plan.list("Output");
            for (int i = 1; i <= result.getColumnCount(); i++) {
                var table = origins.getBaseTableName(i);
                columns.add(new ResultColumn(
                        result.getColumnLabel(i),
                        type(result.getColumnTypeName(i)),
                        table.isEmpty() ? null : origins.getBaseSchemaName(i),
                        table.isEmpty() ? null : table,
                        table.isEmpty() ? null : origins.getBaseColumnName(i),
                        result.isNullable(i) == ResultSetMetaData.columnNoNulls,
                        i <= output.size() ? output.get(i - 1) : ""));
            }
        }
        return columns;
    }

    /** The driver calls a column that counts by itself by the name that such a column is declared with. */
    private static String type(String name) {
        return switch (name) {
            case "smallserial" -> "int2";
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            default -> name;
        };
    }

    /**
     * The plan for parameters of any value. {@code EXPLAIN (GENERIC_PLAN)} says the same but takes no parameters from a driver
     * that binds them, and PostgreSQL 15 does not know it.
     */
    private static PlanNode explain(Connection connection, Variant variant, List<String> types) throws SQLException {
        var numbered = Parser.parseJdbcSql(variant.sql(), true, true, false, false, false);
        var nulls = types.stream().map(type -> "NULL").collect(Collectors.joining(", ", "(", ")"));
        try (var statement = connection.createStatement()) {
            statement.execute("PREPARE variant" + (types.isEmpty() ? "" : "(" + String.join(", ", types) + ")") + " AS "
                    + numbered.getFirst().nativeSql);
            try (var plan = statement.executeQuery(
                    "EXPLAIN (VERBOSE, FORMAT JSON) EXECUTE variant" + (types.isEmpty() ? "" : nulls))) {
                plan.next();
                return PlanNode.of(JSON.readTree(plan.getString(1)).path(0).path("Plan"));
            } finally {
                statement.execute("DEALLOCATE variant");
            }
        }
    }

    private static String message(Variant variant, SQLException refused) {
        return "PostgreSQL refuses it: " + String.valueOf(refused.getMessage()).replaceAll("\\s+", " ") + "\n     in "
                + variant;
    }
}
