package dev.ashlar.rules.sql;

import dev.ashlar.rules.CannotTell;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/**
 * Java form of a statement's rows: a record's components, the mappings of a result map, or one value.
 *
 * @param type the class of a row
 * @param kind how MyBatis fills it
 * @param parts what is filled, one from each column
 */
record Row(Class<?> type, Kind kind, List<Part> parts) {
    enum Kind {
        /** One column is the whole row, by a type handler. */
        VALUE,
        /** A record filled by the names of its components, and of those of the records in it. */
        RECORD,
        /** A result map says which column goes where. */
        MAPPED,
        /** A map or a class with setters: nothing says what it must have. */
        OPEN
    }

    /**
     * Something that one column fills.
     *
     * @param name its name in Java; of a result map that of the column
     * @param type its Java type, if known
     * @param nullable true if it is marked as nullable, if that can be seen
     * @param beside what its type handler reads from further columns of the row, as of money with its currency
     */
    record Part(String name, @Nullable Type type, boolean nullable, List<Part> beside) {
        Part(String name, @Nullable Type type, boolean nullable) {
            this(name, type, nullable, List.of());
        }

        boolean takes(String column) {
            return flat(name).equals(flat(column));
        }

        /** The same, read by a handler that may look at more columns than this one. */
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
            return new Part(name, type, nullable, further);
        }

        Part within(Part group) {
            return new Part(name, type, nullable || group.nullable(), beside);
        }

        @Nullable
        Class<?> javaClass() {
            return Signature.raw(type);
        }
    }

    static Optional<Row> of(MapperStatement statement) {
        var map = statement.resultMap();
        return map == null ? Optional.empty() : Optional.of(of(map, statement));
    }

    private static Row of(ResultMap map, MapperStatement statement) {
        var type = map.getType();
        var configuration = statement.configuration();
        if (!map.getResultMappings().isEmpty()) {
            return new Row(type, Kind.MAPPED, mapped(map, configuration, new HashSet<>()));
        }
        if (Map.class.isAssignableFrom(type) || type == Object.class) {
            return new Row(type, Kind.OPEN, List.of());
        }
        if (type.isPrimitive() || configuration.getTypeHandlerRegistry().hasTypeHandler(type)) {
            return new Row(type, Kind.VALUE, List.of(new Part("", type, !returnsPrimitive(statement))));
        }
        return type.isRecord()
                ? new Row(type, Kind.RECORD, flattened(components(type), configuration))
                : new Row(type, Kind.OPEN, List.of());
    }

    private static boolean returnsPrimitive(MapperStatement statement) {
        var method = statement.mapperMethod();
        return method != null && method.getReturnType().isPrimitive();
    }

    /** The parts, with those of a record that no handler reads in its place; they are null together where that one may be. */
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

    /**
     * The parts of a result map and of those nested in it.
     *
     * @param entered the nested ones, of which one may nest itself
     * @throws CannotTell if one is in no mapper file
     */
    private static List<Part> mapped(ResultMap map, Configuration configuration, Set<String> entered) {
        var parts = new ArrayList<Part>();
        for (var mapping : map.getResultMappings()) {
            var nested = mapping.getNestedResultMapId();
            if (nested != null && !configuration.hasResultMap(nested)) {
                throw new CannotTell("its result map nests " + nested + ", which is in no mapper file");
            } else if (nested != null && entered.add(nested)) {
                parts.addAll(mapped(configuration.getResultMap(nested), configuration, entered));
            } else if (mapping.getColumn() != null) {
                parts.add(new Part(mapping.getColumn(), mapping.getJavaType(), nullable(map, mapping))
                        .readBy(mapping.getTypeHandler()));
            }
        }
        return parts;
    }

    private static boolean nullable(ResultMap map, ResultMapping mapping) {
        return !map.getType().isRecord()
                || Arrays.stream(map.getType().getRecordComponents())
                        .filter(component -> component.getName().equals(mapping.getProperty()))
                        .allMatch(component -> isNullable(component.getAnnotatedType()));
    }

    private static boolean isNullable(AnnotatedType type) {
        return Arrays.stream(type.getAnnotations())
                .anyMatch(annotation ->
                        annotation.annotationType().getSimpleName().equals("Nullable"));
    }

    /** Target of a column: a component, or part of one whose handler reads several columns. */
    Optional<Part> part(ResultColumn column) {
        return parts.stream()
                .filter(part -> kind == Kind.VALUE || part.takes(column.label()))
                .findFirst()
                .or(() -> parts.stream()
                        .flatMap(part -> part.beside().stream())
                        .filter(beside -> beside.takes(column.label()))
                        .findFirst());
    }

    static String flat(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }
}
