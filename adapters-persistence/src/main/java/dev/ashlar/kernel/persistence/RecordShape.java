// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a record type and its constructor; found once for each type.
 *
 * @param parts one for each component
 * @param columns of all parts, in their order
 * @param constructor takes the components as one array
 */
record RecordShape(Class<?> type, List<Part> parts, List<Column> columns, MethodHandle constructor) {
    private static final TypeHandler<?> TEXTS = new TextArrayTypeHandler();
    private static final Pattern UPPER_CASE_LETTER = Pattern.compile("[A-Z]");

    /** One component: a column, or a record with columns. */
    sealed interface Part {
        Stream<Column> columns();

        /** Number of columns. */
        int width();

        /** Returns the value of this row; {@code at} is the place of the part's first column in {@code places}. */
        @Nullable
        Object read(ResultSet row, int[] places, int at) throws SQLException;
    }

    /** Component that one column fills. */
    record Column(String label, TypeHandler<?> handler, boolean isMoney) implements Part {
        @Override
        public Stream<Column> columns() {
            return Stream.of(this);
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public @Nullable Object read(ResultSet row, int[] places, int at) throws SQLException {
            return handler.getResult(row, places[at]);
        }
    }

    /**
     * Component that is a record filled by further columns.
     *
     * @param optional true if it is null where all its columns are null
     */
    record Group(RecordShape shape, boolean optional) implements Part {
        @Override
        public Stream<Column> columns() {
            return shape.columns().stream();
        }

        @Override
        public int width() {
            return shape.columns().size();
        }

        @Override
        public @Nullable Object read(ResultSet row, int[] places, int at) throws SQLException {
            var values = shape.values(row, places, at);
            return optional && Stream.of(values).allMatch(value -> value == null) ? null : shape.construct(values);
        }
    }

    /** Returns the shape of a record of simple values and of records of these; empty for every other type. */
    static Optional<RecordShape> of(Class<?> type, TypeHandlerRegistry registry) {
        return of(type, registry, false);
    }

    /** @param optional true within a group that may be null, whose own groups are null with it */
    private static Optional<RecordShape> of(Class<?> type, TypeHandlerRegistry registry, boolean optional) {
        if (!type.isRecord() || registry.hasTypeHandler(type)) {
            return Optional.empty();
        }
        var parts = new ArrayList<Part>();
        for (var component : type.getRecordComponents()) {
            var part = part(component, registry, optional);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new RecordShape(
                type, List.copyOf(parts), parts.stream().flatMap(Part::columns).toList(), constructor(type)));
    }

    private static Optional<Part> part(
            RecordComponent component, TypeHandlerRegistry registry, boolean withinOptional) {
        var type = component.getType();
        if (type.isRecord() && !registry.hasTypeHandler(type)) {
            boolean optional = withinOptional || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return of(type, registry, optional).map(shape -> new Group(shape, optional));
        }
        var handler = type == List.class ? listHandler(component) : registry.getTypeHandler(type);
        return handler == null
                ? Optional.empty()
                : Optional.of(new Column(label(component), handler, type == Money.class));
    }

    /** A list of texts is a {@code text[]}; other lists are not read. */
    private static @Nullable TypeHandler<?> listHandler(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] == String.class
                ? TEXTS
                : null;
    }

    /** Finds the place of each column in this result. */
    int[] columnsOf(ResultSet rows) throws SQLException {
        var places = new int[columns.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = rows.findColumn(columns.get(i).label()); // fails on a column that is not selected
        }
        int currencies = columns.stream().anyMatch(Column::isMoney) ? 1 : 0;
        if (rows.getMetaData().getColumnCount() != places.length + currencies) {
            throw new SQLException("The statement selects " + selected(rows) + ", but " + type.getName() + " has only "
                    + columns.stream().map(Column::label).toList() + (currencies > 0 ? " and a currency" : "")
                    + ". Select the columns of the record and no others.");
        }
        return places;
    }

    Object read(ResultSet row, int[] places) throws SQLException {
        return construct(values(row, places, 0));
    }

    private @Nullable Object[] values(ResultSet row, int[] places, int at) throws SQLException {
        var values = new @Nullable Object[parts.size()];
        int next = at;
        for (int i = 0; i < values.length; i++) {
            var part = parts.get(i);
            values[i] = part.read(row, places, next);
            next += part.width();
        }
        return values;
    }

    private Object construct(@Nullable Object[] values) {
        try {
            return constructor.invokeExact(values);
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable checked) {
            throw new IllegalStateException(type.getName() + " refused a row.", checked);
        }
    }

    private static List<String> selected(ResultSet rows) throws SQLException {
        var names = new ArrayList<String>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            names.add(rows.getMetaData().getColumnLabel(i));
        }
        return names;
    }

    private static String label(RecordComponent component) {
        return UPPER_CASE_LETTER
                .matcher(component.getName())
                .replaceAll(letter -> "_" + Character.toLowerCase(letter.group().charAt(0)));
    }

    private static MethodHandle constructor(Class<?> type) {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true); // rows may be package-private records
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }
}
