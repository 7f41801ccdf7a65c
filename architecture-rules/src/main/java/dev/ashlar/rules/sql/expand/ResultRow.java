// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.reflection.MetaClass;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Java form of a statement's rows: a record's components, the mappings of a result map, or one value.
 *
 * @param type the class of a row
 * @param filling how MyBatis fills it
 * @param parts what is filled, one from each column
 * @param automatic the classes whose properties are filled by what is left of the columns
 */
public record ResultRow(Class<?> type, Filling filling, List<Part> parts, List<AutomaticMapping> automatic) {
    public enum Filling {
        /** One column is the whole row, by a type handler. */
        VALUE,
        /** A record filled by the names of its components, and of those of the records in it. */
        RECORD,
        /** A result map says which column goes where. */
        MAPPED,
        /** A class whose properties are filled by the names of columns; it may have more of them. */
        PROPERTIES,
        /** A map, or a class that its constructor fills: nothing says what it must have. */
        OPEN
    }

    /**
     * Something that one column fills.
     *
     * @param name its name in Java; of a result map that of the column
     * @param type its Java type, if known
     * @param nullable true if it is marked as nullable, if that can be seen
     * @param beside what its type handler reads from further columns of the row, as of money with its currency
     * @param isRepeated true if several rows of PostgreSQL fill several values of it in one of Java, as of a collection
     */
    public record Part(String name, @Nullable Type type, boolean nullable, List<Part> beside, boolean isRepeated) {
        Part(String name, @Nullable Type type, boolean nullable) {
            this(name, type, nullable, List.of(), false);
        }

        Part repeated(boolean within) {
            return new Part(name, type, nullable, beside, within);
        }

        /** True if a column of that name fills it. */
        public boolean takes(String column) {
            return flat(name).equals(flat(column));
        }

        /** Returns the same, read by a handler that may look at more columns than this one. */
        Part readBy(@Nullable TypeHandler<?> handler) {
            var value = javaClass();
            if (handler == null || value == null || !value.isRecord() || value.getRecordComponents().length == 1) {
                return this;
            }
            var inner = components(value);
            var further = HandlerColumns.of(handler, name).stream()
                    .filter(column -> !takes(column))
                    .map(column -> inner.stream()
                            .filter(part -> part.takes(column))
                            .findFirst()
                            .orElse(new Part(column, null, true)))
                    .toList();
            return new Part(name, type, nullable, further, isRepeated);
        }

        Part within(Part group) {
            return new Part(name, type, nullable || group.nullable(), beside, isRepeated);
        }

        /** Returns the class of its type, without type arguments. */
        public @Nullable Class<?> javaClass() {
            return Signature.raw(type);
        }
    }

    /** Returns the Java form of a statement's rows, made once; empty if it has none. */
    public static Optional<ResultRow> of(MapperStatement statement) {
        return statement.row();
    }

    static Optional<ResultRow> read(MapperStatement statement) {
        var map = statement.resultMap();
        return map == null ? Optional.empty() : Optional.of(of(map, statement));
    }

    private static ResultRow of(ResultMap map, MapperStatement statement) {
        var type = map.getType();
        var configuration = statement.configuration();
        if (!map.getResultMappings().isEmpty()) {
            var columns = new MappedColumns(map, configuration);
            return new ResultRow(type, Filling.MAPPED, columns.parts(), columns.automatic());
        }
        if (Map.class.isAssignableFrom(type) || type == Object.class) {
            return new ResultRow(type, Filling.OPEN, List.of(), List.of());
        }
        if (type.isPrimitive() || configuration.getTypeHandlerRegistry().hasTypeHandler(type)) {
            return new ResultRow(
                    type, Filling.VALUE, List.of(new Part("", type, !returnsPrimitive(statement))), List.of());
        }
        if (type.isRecord()) {
            return new ResultRow(type, Filling.RECORD, flattened(components(type), configuration), List.of());
        }
        return MetaClass.forClass(type, configuration.getReflectorFactory()).hasDefaultConstructor()
                ? new ResultRow(
                        type,
                        Filling.PROPERTIES,
                        List.of(),
                        List.of(new AutomaticMapping(type, "", false, configuration)))
                : new ResultRow(type, Filling.OPEN, List.of(), List.of());
    }

    private static boolean returnsPrimitive(MapperStatement statement) {
        var method = statement.mapperMethod();
        return method != null && method.getReturnType().isPrimitive();
    }

    /** Returns the parts, with those of a record that no handler reads in its place; they are null together where that one may be. */
    private static List<Part> flattened(List<Part> parts, Configuration configuration) {
        var handlers = configuration.getTypeHandlerRegistry();
        return parts.stream()
                .flatMap(part -> {
                    var value = part.javaClass();
                    if (value == null) {
                        return Stream.of(part);
                    }
                    return value.isRecord() && !handlers.hasTypeHandler(value)
                            ? flattened(components(value), configuration).stream()
                                    .map(inner -> inner.within(part))
                            : Stream.of(part.readBy(handlers.getTypeHandler(value)));
                })
                .toList();
    }

    private static List<Part> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> new Part(
                        component.getName(), component.getGenericType(), isNullable(component.getAnnotatedType())))
                .toList();
    }

    public static boolean isNullable(AnnotatedType type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    /** Returns the target of a column by its name in the result: a component, or part of one whose handler reads several columns. */
    public Optional<Part> part(String column) {
        return parts.stream()
                .filter(part -> filling == Filling.VALUE || part.takes(column))
                .findFirst()
                .or(() -> parts.stream()
                        .flatMap(part -> part.beside().stream())
                        .filter(beside -> beside.takes(column))
                        .findFirst())
                .or(() -> automatic.stream()
                        .flatMap(mapping -> mapping.part(column).stream())
                        .findFirst());
    }

    public static String flat(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
