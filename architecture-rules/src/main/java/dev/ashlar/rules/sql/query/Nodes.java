// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.Select;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of JSqlParser's tree. The children of a node are whatever its fields hold: the parser's own visitors skip a node whose
 * method nobody has overridden, and with it the query that hides in there; nothing is skipped here.
 */
public final class Nodes {
    private static final String PACKAGE = "net.sf.jsqlparser.";

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            var fields = new ArrayList<Field>();
            for (Class<?> at = type; at != null && at.getName().startsWith(PACKAGE); at = at.getSuperclass()) {
                Arrays.stream(at.getDeclaredFields())
                        .filter(field -> mayHoldNodes(field))
                        .forEach(fields::add);
            }
            fields.forEach(field -> field.setAccessible(true));
            return fields;
        }
    };

    private Nodes() {}

    private static boolean mayHoldNodes(Field field) {
        var type = field.getType();
        return !Modifier.isStatic(field.getModifiers())
                && !type.isPrimitive()
                && !type.isEnum()
                && type != String.class
                && !field.getName().equals("resolvedTable");
    }

    /** Returns the nodes right inside a node. */
    public static List<Object> children(Object node) {
        var children = new ArrayList<>();
        for (var field : FIELDS.get(node.getClass())) {
            try {
                add(field.get(node), children);
            } catch (IllegalAccessException refused) {
                throw new IllegalStateException(refused);
            }
        }
        if (node instanceof Collection<?> elements) {
            elements.forEach(element -> add(element, children));
        }
        return children;
    }

    private static void add(@Nullable Object value, List<Object> children) {
        if (value instanceof Collection<?> elements && !isNode(value)) {
            elements.forEach(element -> add(element, children));
        } else if (value != null && isNode(value)) {
            children.add(value);
        }
    }

    private static boolean isNode(Object value) {
        var type = value.getClass().getName();
        return type.startsWith(PACKAGE) && !type.startsWith(PACKAGE + "parser.");
    }

    /** True if a node is a separate query. */
    static boolean isQuery(Object node) {
        return node instanceof Select || node instanceof Statement;
    }

    /** Returns all nodes of a kind within a node of one query, that node included. */
    public static <T> List<T> within(Object part, Class<T> type) {
        var found = new ArrayList<T>();
        collect(part, type, found);
        return found;
    }

    /** Returns the columns within a node of one query. */
    public static List<Column> columns(Object part) {
        return within(part, Column.class);
    }

    /** True if a node of a kind is within a node of one query, or is that node. */
    public static boolean has(Object part, Class<?> type) {
        return !within(part, type).isEmpty();
    }

    private static <T> void collect(Object part, Class<T> type, List<T> found) {
        if (type.isInstance(part)) {
            found.add(type.cast(part));
        }
        if (!isQuery(part)) {
            children(part).forEach(child -> collect(child, type, found));
        }
    }

    /** Returns the conditions that a condition joins by AND. */
    public static List<Expression> conjuncts(@Nullable Expression condition) {
        if (condition == null) {
            return List.of();
        }
        if (condition instanceof AndExpression and) {
            var both = new ArrayList<>(conjuncts(and.getLeftExpression()));
            both.addAll(conjuncts(and.getRightExpression()));
            return both;
        }
        return condition instanceof ParenthesedExpressionList<?> parenthesis && parenthesis.size() == 1
                ? conjuncts(parenthesis.get(0))
                : List.of(condition);
    }
}
