// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import dev.ashlar.rules.sql.expand.ResultRow.Part;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.ibatis.reflection.MetaClass;
import org.apache.ibatis.session.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * Mapping of columns to the properties of a class by their names, as MyBatis does it: by a setter, or a field if there is none.
 *
 * @param type the class
 * @param prefix beginning of the columns' names that the properties do not have; empty if none
 * @param repeated true if several rows fill several objects of it within one row of Java
 * @param configuration it says whether {@code created_at} fills {@code createdAt}, and which types have a handler
 */
public record AutomaticMapping(Class<?> type, String prefix, boolean repeated, Configuration configuration) {

    /** Returns the property that a column fills; empty if MyBatis leaves the column out. */
    Optional<Part> part(String column) {
        if (Map.class.isAssignableFrom(type)) {
            return startsWithPrefix(column)
                    ? Optional.of(new Part(column, null, true).repeated(repeated))
                    : Optional.empty();
        }
        var property = property(column);
        if (property == null || !meta().hasSetter(property)) {
            return Optional.empty();
        }
        var filled = meta().getSetterType(property);
        return configuration.getTypeHandlerRegistry().hasTypeHandler(filled)
                ? Optional.of(new Part(property, filled, true).repeated(repeated))
                : Optional.empty();
    }

    /** Returns the reason why a column fills nothing. */
    public String reason(String column) {
        var property = property(column);
        if (property == null) {
            return "has no place in " + type.getSimpleName();
        }
        return meta().hasSetter(property)
                ? "has no place in " + type.getSimpleName() + ": no type handler makes a "
                        + meta().getSetterType(property).getSimpleName()
                : "has no place in " + type.getSimpleName() + ": " + property + " has no setter";
    }

    private @Nullable String property(String column) {
        return startsWithPrefix(column)
                ? meta().findProperty(column.substring(prefix.length()), configuration.isMapUnderscoreToCamelCase())
                : null;
    }

    private boolean startsWithPrefix(String column) {
        return column.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }

    private MetaClass meta() {
        return MetaClass.forClass(type, configuration.getReflectorFactory());
    }
}
