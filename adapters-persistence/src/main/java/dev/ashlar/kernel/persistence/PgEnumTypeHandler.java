package dev.ashlar.kernel.persistence;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Every Java enum as a PostgreSQL enum type whose labels are the constants' names in lower case. A label that the Java
 * enum does not know fails loudly: it means that the two have drifted apart.
 */
public class PgEnumTypeHandler<E extends Enum<E>> extends BaseTypeHandler<E> {
    private final Class<E> type;
    private final Map<String, E> byLabel;

    /** Called by MyBatis for each enum it meets. */
    public PgEnumTypeHandler(Class<E> type) {
        this.type = type;
        this.byLabel = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(PgEnumTypeHandler::label, Function.identity()));
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, E constant, JdbcType jdbcType)
            throws SQLException {
        statement.setObject(index, label(constant), Types.OTHER);
    }

    @Override
    public @Nullable E getNullableResult(ResultSet row, String column) throws SQLException {
        return constant(row.getString(column));
    }

    @Override
    public @Nullable E getNullableResult(ResultSet row, int column) throws SQLException {
        return constant(row.getString(column));
    }

    @Override
    public @Nullable E getNullableResult(CallableStatement call, int column) throws SQLException {
        return constant(call.getString(column));
    }

    private @Nullable E constant(@Nullable String label) {
        if (label == null) {
            return null;
        }
        var found = byLabel.get(label);
        if (found == null) {
            throw new IllegalStateException("The database knows '" + label + "', " + type.getName() + " does not.");
        }
        return found;
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
