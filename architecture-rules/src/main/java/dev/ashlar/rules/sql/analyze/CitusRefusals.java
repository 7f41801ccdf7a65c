// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.analyze;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.sql.prepare.Prepared;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.core.Parser;

/**
 * Forms of writes that the planner of Citus refuses. It computes a function that is not immutable once, before it sends a statement to the
 * server of its tables; it refuses one whose value differs from row to row, or that may not be called at all.
 */
public final class CitusRefusals {
    private static final String BODY = "SELECT prosqlbody::text FROM pg_proc"
            + " WHERE proname = 'analyzed_statement' AND pronamespace = pg_my_temp_schema()";
    private static final String UPDATE = "2"; // of PostgreSQL's CmdType
    private static final String INSERT = "3";
    private static final String DELETE = "4";
    private static final Set<String> LAZY = Set.of("CASEEXPR", "COALESCEEXPR");

    private final Connection connection;
    private final Volatility volatility;

    private CitusRefusals(Connection connection) throws SQLException {
        this.connection = connection;
        volatility = new Volatility(connection);
    }

    /** Refusals as the functions of a database are declared; the connection must not be in autocommit mode. */
    public static CitusRefusals of(Connection connection) throws SQLException {
        return new CitusRefusals(connection);
    }

    /** Returns what is refused in a statement, each once. */
    public Set<String> in(Prepared prepared) {
        var found = new LinkedHashSet<String>();
        try {
            analyzed(prepared).stream()
                    .flatMap(ParseNode::deep)
                    .filter(node -> node.type().equals("QUERY"))
                    .forEach(query -> found.addAll(ofQuery(query)));
            return found;
        } catch (SQLException failed) {
            throw new CannotTell("PostgreSQL does not show how it analyzes it: " + failed.getMessage(), failed);
        }
    }

    /** Returns the outermost queries of a statement. PostgreSQL shows them of the body of a function, so that it is made one. */
    private List<ParseNode> analyzed(Prepared prepared) throws SQLException {
        try (var statement = connection.createStatement()) {
            var numbered = Parser.parseJdbcSql(prepared.variant().sql(), true, true, false, false, false);
            statement.execute(
                    "CREATE FUNCTION pg_temp.analyzed_statement(" + String.join(", ", prepared.parameterTypes())
                            + ") RETURNS void LANGUAGE sql BEGIN ATOMIC " + numbered.get(0).nativeSql + "; END");
            try (var row = statement.executeQuery(BODY)) {
                row.next();
                return ParseNode.all(row.getString(1));
            }
        } finally {
            connection.rollback();
        }
    }

    private List<String> ofQuery(ParseNode query) {
        var found = new ArrayList<String>();
        switch (query.text("commandType")) {
            case UPDATE -> changes(Stream.concat(query.nodes("targetList").stream(), conditions(query)), found);
            case DELETE -> changes(conditions(query), found);
            case INSERT -> insert(query, found);
            default -> {
                return found;
            }
        }
        mutable(query.nodes("returningList").stream(), "RETURNING", found);
        return found;
    }

    private static Stream<ParseNode> conditions(ParseNode query) {
        return query.nodes("jointree").stream();
    }

    private void changes(Stream<ParseNode> expressions, List<String> found) {
        expressions.flatMap(CitusRefusals::own).forEach(node -> {
            perRow(node, own(node), found);
            if (LAZY.contains(node.type())) {
                mutable(Stream.of(node), "CASE or COALESCE", found);
            }
            volatility.of(node).stream()
                    .filter(Volatility.Mutable::isVolatile)
                    .forEach(function -> found.add("calls " + function));
        });
    }

    private void insert(ParseNode insert, List<String> found) {
        if (insert.text("hasSubLinks").equals("true")) {
            found.add("has a subquery in VALUES or ON CONFLICT");
        }
        insert.nodes("rtable").stream()
                .flatMap(source -> source.nodes("subquery").stream())
                .flatMap(ParseNode::deep)
                .forEach(node -> perRow(node, node.deep(), found));
        for (var conflict : insert.nodes("onConflict")) {
            mutable(
                    Stream.of("onConflictSet", "onConflictWhere", "arbiterWhere")
                            .flatMap(part -> conflict.nodes(part).stream()),
                    "ON CONFLICT",
                    found);
        }
    }

    private void perRow(ParseNode node, Stream<ParseNode> inside, List<String> found) {
        var stable = volatility.of(node).stream()
                .filter(function -> !function.isVolatile())
                .toList();
        if (!stable.isEmpty() && inside.anyMatch(argument -> argument.type().equals("VAR"))) {
            stable.forEach(function -> found.add("passes a column to " + function));
        }
    }

    private void mutable(Stream<ParseNode> expressions, String place, List<String> found) {
        expressions
                .flatMap(ParseNode::deep)
                .flatMap(node -> volatility.of(node).stream())
                .forEach(function -> found.add("has in " + place + " " + function));
    }

    /** Returns a node and those inside that belong to the same query. */
    private static Stream<ParseNode> own(ParseNode node) {
        return node.type().equals("QUERY")
                ? Stream.empty()
                : Stream.concat(Stream.of(node), node.children().stream().flatMap(CitusRefusals::own));
    }
}
