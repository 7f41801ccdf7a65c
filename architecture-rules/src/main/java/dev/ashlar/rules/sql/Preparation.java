package dev.ashlar.rules.sql;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.Project;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
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
    private static final Pattern UNDETERMINED = Pattern.compile("data type of parameter \\$(\\d+)");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Class<?>, String> TYPES = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Integer.class, "int4"),
            Map.entry(int.class, "int4"),
            Map.entry(Long.class, "int8"),
            Map.entry(long.class, "int8"),
            Map.entry(Boolean.class, "bool"),
            Map.entry(boolean.class, "bool"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(Instant.class, "timestamptz"),
            Map.entry(OffsetDateTime.class, "timestamptz"),
            Map.entry(LocalDate.class, "date"));

    /** Prepares them, once a project. */
    public static Preparation of(Project project) {
        return project.part(Preparation.class, () -> {
            var prepared = new ArrayList<Prepared>();
            var variants = project.variants();
            var tables = Tables.of(project);
            try (var connection = project.database().getConnection();
                    var settings = connection.createStatement()) {
                // Whole tables are read, and joined by reading both sides, only where no index is of use.
                settings.execute("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off;"
                        + " SET plan_cache_mode = force_generic_plan");
                variants.forEach(variant -> prepared.add(prepare(connection, variant, tables)));
            } catch (SQLException noConnection) {
                throw new IllegalStateException(noConnection);
            }
            return new Preparation(List.copyOf(prepared));
        });
    }

    /** The variants that there is something to say about: all but those that refuse an empty collection. */
    public List<Prepared> usable() {
        return variants.stream()
                .filter(prepared -> !prepared.refusesEmptyCollection())
                .toList();
    }

    private static Prepared prepare(Connection connection, Variant variant, Tables tables) {
        try {
            var sql = variant.sql();
            var fallbacks = new TreeMap<Integer, String>();
            while (true) {
                try (var statement = connection.prepareStatement(sql)) {
                    setTypes(statement, fallbacks);
                    return prepare(connection, variant, statement, tables);
                } catch (SQLException refused) {
                    var undetermined = UNDETERMINED.matcher(String.valueOf(refused.getMessage()));
                    if (!undetermined.find()
                            || fallbacks.size() == variant.parameters().size()) {
                        return Prepared.refused(
                                variant, message(variant, refused), String.valueOf(refused.getSQLState()));
                    }
                    int index = Integer.parseInt(undetermined.group(1));
                    fallbacks.put(
                            index, fallback(variant.parameters().get(index - 1).javaClass()));
                }
            }
        } catch (CannotTell unclear) {
            return Prepared.refused(variant, unclear.getMessage(), "");
        }
    }

    /** The type for a parameter whose place in the statement says nothing, such as {@code SELECT ?}. */
    private static String fallback(@Nullable Class<?> type) {
        return type == null ? "text" : TYPES.getOrDefault(type, "text");
    }

    private static Prepared prepare(Connection connection, Variant variant, PreparedStatement statement, Tables tables)
            throws SQLException {
        var types = new ArrayList<String>();
        var parameters = statement.getParameterMetaData();
        for (int i = 1; i <= parameters.getParameterCount(); i++) {
            types.add(parameters.getParameterTypeName(i));
        }
        var plan = explain(connection, variant, types);
        return Prepared.accepted(variant, types, columns(statement.getMetaData(), plan), plan, tables);
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
                        result.getColumnTypeName(i),
                        table.isEmpty() ? null : origins.getBaseSchemaName(i),
                        table.isEmpty() ? null : table,
                        table.isEmpty() ? null : origins.getBaseColumnName(i),
                        result.isNullable(i) == ResultSetMetaData.columnNoNulls,
                        i <= output.size() ? output.get(i - 1) : ""));
            }
        }
        return columns;
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

    private static void setTypes(PreparedStatement statement, Map<Integer, String> types) throws SQLException {
        for (var type : types.entrySet()) {
            statement.setNull(type.getKey(), Types.OTHER, type.getValue());
        }
    }

    private static String message(Variant variant, SQLException refused) {
        return "PostgreSQL refuses it: " + String.valueOf(refused.getMessage()).replaceAll("\\s+", " ") + " " + variant;
    }
}
