// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.analyze;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Volatility of a database's functions: an immutable one depends on its arguments only, a stable one on the session and the state of the
 * database, too, and a volatile one on anything.
 */
final class Volatility {
    private static final String FUNCTIONS =
            "SELECT oid::text AS id, proname AS name, provolatile = 'v' AS is_volatile FROM pg_proc WHERE provolatile <> 'i'";
    private static final String CASTS =
            "SELECT oid::text AS id, typinput::oid::text AS input, typoutput::oid::text AS output FROM pg_type";
    /** Fields that hold a node's function. */
    private static final List<String> CALLS = List.of("funcid", "opfuncid", "aggfnoid", "winfnoid");
    /** Fields that hold the type of a node's value. */
    private static final List<String> TYPES =
            List.of(("vartype paramtype consttype funcresulttype opresulttype resulttype casetype coalescetype"
                            + " minmaxtype array_typeid aggtype wintype refrestype")
                    .split(" "));

    private final Map<String, Mutable> functions = new HashMap<>();
    private final Map<String, String> inputs = new HashMap<>();
    private final Map<String, String> outputs = new HashMap<>();

    /** A function that is not immutable. */
    record Mutable(String name, boolean isVolatile) {
        @Override
        public String toString() {
            return name + ", which is " + (isVolatile ? "VOLATILE" : "STABLE");
        }
    }

    Volatility(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var row = statement.executeQuery(FUNCTIONS)) {
                while (row.next()) {
                    functions.put(
                            row.getString("id"), new Mutable(row.getString("name"), row.getBoolean("is_volatile")));
                }
            }
            try (var row = statement.executeQuery(CASTS)) {
                while (row.next()) {
                    inputs.put(row.getString("id"), row.getString("input"));
                    outputs.put(row.getString("id"), row.getString("output"));
                }
            }
        }
    }

    /** Returns the functions that a node itself calls and that are not immutable. */
    List<Mutable> of(ParseNode node) {
        return switch (node.type()) {
            case "SQLVALUEFUNCTION" -> List.of(new Mutable("the time or user of the session", false));
            case "NEXTVALUEEXPR" -> List.of(new Mutable("nextval", true));
            case "COERCEVIAIO" ->
                mutable(Stream.concat(
                        Stream.of(inputs.getOrDefault(node.text("resulttype"), "")),
                        node.nodes("arg").stream().map(from -> outputs.getOrDefault(type(from), ""))));
            default -> mutable(CALLS.stream().map(node::text));
        };
    }

    private List<Mutable> mutable(Stream<String> ids) {
        return ids.filter(functions::containsKey).map(functions::get).toList();
    }

    private static String type(ParseNode value) {
        return TYPES.stream()
                .map(value::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
