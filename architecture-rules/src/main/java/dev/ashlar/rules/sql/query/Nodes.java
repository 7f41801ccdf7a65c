// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.query;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The children of a node of JSqlParser's tree: whatever its fields hold. The parser's own visitors skip a node whose method
 * nobody has overridden, and with it the query that hides in there; nothing is skipped here.
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
}
