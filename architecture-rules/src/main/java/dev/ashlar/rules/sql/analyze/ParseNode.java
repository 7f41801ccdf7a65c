// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.analyze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Node of a statement as PostgreSQL has analyzed it: names are resolved, and operators and casts are functions. It is read from the text
 * that PostgreSQL stores of it ({@code pg_node_tree}).
 *
 * @param type PostgreSQL's name of the kind of node, such as {@code QUERY} or {@code OPEXPR}
 * @param fields values by field: nodes, and texts of anything else, in the order written
 */
record ParseNode(String type, Map<String, List<Object>> fields) {
    /** Reads the nodes that a text begins with. */
    static List<ParseNode> all(String text) {
        var reader = new Reader(text);
        var found = new ArrayList<ParseNode>();
        for (var token = reader.next(); !token.isEmpty(); token = reader.next()) {
            if (token.equals("{")) {
                found.add(reader.node());
            }
        }
        return found;
    }

    /** Returns the first text of a field; empty without it. */
    String text(String field) {
        return values(field)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }

    /** Returns the nodes of a field, those of a list one by one. */
    List<ParseNode> nodes(String field) {
        return values(field)
                .filter(ParseNode.class::isInstance)
                .map(ParseNode.class::cast)
                .toList();
    }

    /** Returns the nodes directly inside. */
    List<ParseNode> children() {
        return fields.keySet().stream().flatMap(field -> nodes(field).stream()).toList();
    }

    /** Returns the node itself and all inside. */
    Stream<ParseNode> deep() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(ParseNode::deep));
    }

    private Stream<Object> values(String field) {
        return fields.getOrDefault(field, List.of()).stream();
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        /** Reads what follows an opening brace. Lists in a field are read as one, since no rule tells them apart. */
        ParseNode node() {
            var type = next();
            var fields = new LinkedHashMap<String, List<Object>>();
            var values = new ArrayList<Object>();
            for (var token = next(); !token.equals("}"); token = next()) {
                switch (token) {
                    case "" -> throw new IllegalArgumentException("The node " + type + " does not end.");
                    case "{" -> values.add(node());
                    case "(", ")" -> {}
                    default -> {
                        if (token.startsWith(":")) {
                            values = new ArrayList<>();
                            fields.put(token.substring(1), values);
                        } else {
                            values.add(token);
                        }
                    }
                }
            }
            return new ParseNode(type, fields);
        }

        /** Returns the next brace, parenthesis or word; empty at the end. A backslash takes the meaning from the character after it. */
        String next() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            int from = at;
            while (at < text.length() && !isEnd(text.charAt(at))) {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            if (at == from && at < text.length()) {
                at++;
            }
            return text.substring(from, Math.min(at, text.length()));
        }

        private static boolean isEnd(char character) {
            return Character.isWhitespace(character) || "(){}".indexOf(character) >= 0;
        }
    }
}
