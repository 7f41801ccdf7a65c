package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Money;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.sql.CallableStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Makes one record of each row: column {@code usage_type} becomes component {@code usageType}. Columns and components must be
 * the same; one too few or too many is drift between SQL and record and fails.
 *
 * @param general reads what this does not: cursors and output parameters
 */
record RecordRows(Shape shape, ResultSetHandler general) implements ResultSetHandler {
    @Override
    @SuppressWarnings("unchecked") // the statement says which type it returns
    public <E> List<E> handleResultSets(Statement statement) throws SQLException {
        try (var rows = statement.getResultSet()) {
            var columns = shape.columnsOf(rows);
            var records = new ArrayList<Object>();
            while (rows.next()) {
                records.add(shape.read(rows, columns));
            }
            return (List<E>) records;
        }
    }

    @Override
    public <E> Cursor<E> handleCursorResultSets(Statement statement) throws SQLException {
        return general.handleCursorResultSets(statement);
    }

    @Override
    public void handleOutputParameters(CallableStatement call) throws SQLException {
        general.handleOutputParameters(call);
    }

    /**
     * How a row becomes a record; found out once for each type.
     *
     * @param labels column of each component
     * @param handlers reads each component
     * @param currencies how many columns there are besides: the currency of all money of the record, or none
     * @param constructor takes the components as one array
     */
    record Shape(
            Class<?> type,
            List<String> labels,
            List<TypeHandler<?>> handlers,
            int currencies,
            MethodHandle constructor) {
        private static final TypeHandler<?> TEXTS = new TextArrayTypeHandler();
        private static final Pattern UPPER_CASE_LETTER = Pattern.compile("[A-Z]");

        static Shape of(Class<?> type, TypeHandlerRegistry registry) {
            var components = type.getRecordComponents();
            return new Shape(
                    type,
                    Arrays.stream(components).map(Shape::label).toList(),
                    Arrays.stream(components)
                            .<TypeHandler<?>>map(component -> Objects.requireNonNull(handlerOf(component, registry)))
                            .toList(),
                    Arrays.stream(components).anyMatch(component -> component.getType() == Money.class) ? 1 : 0,
                    constructor(type, components));
        }

        /** What reads this component; null if nothing does. A list of texts is a {@code text[]}, other lists are not read. */
        static @Nullable TypeHandler<?> handlerOf(RecordComponent component, TypeHandlerRegistry registry) {
            if (component.getType() != List.class) {
                return registry.getTypeHandler(component.getType());
            }
            return component.getGenericType() instanceof ParameterizedType list
                            && list.getActualTypeArguments()[0] == String.class
                    ? TEXTS
                    : null;
        }

        /** Where each component stands in this result. */
        int[] columnsOf(ResultSet rows) throws SQLException {
            var columns = new int[labels.size()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = rows.findColumn(labels.get(i)); // fails on a column that is not selected
            }
            if (rows.getMetaData().getColumnCount() != columns.length + currencies) {
                throw new SQLException(
                        "The statement selects " + selected(rows) + ", but " + type.getName() + " has only " + labels
                                + (currencies > 0 ? " and a currency" : "") + ". Select what the record has, no more.");
            }
            return columns;
        }

        Object read(ResultSet row, int[] columns) throws SQLException {
            var values = new Object[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = handlers.get(i).getResult(row, columns[i]);
            }
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
                    .replaceAll(
                            letter -> "_" + Character.toLowerCase(letter.group().charAt(0)));
        }

        private static MethodHandle constructor(Class<?> type, RecordComponent[] components) {
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
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
}
