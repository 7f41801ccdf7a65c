// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Labels;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Java enums as PostgreSQL enum types with the same {@link Labels}. Reading a label without a constant fails, because the two types
 * have drifted apart.
 */
public class PgEnumTypeHandler<E extends Enum<E>> extends BaseTypeHandler<E> {
    private final Class<E> type;

    /** Called by MyBatis for each enum it meets. */
    public PgEnumTypeHandler(Class<E> type) {
        this.type = type;
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, E constant, JdbcType jdbcType)
            throws SQLException {
        statement.setObject(index, Labels.of(constant), Types.OTHER);
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
        var found = Labels.find(type, label);
        if (found == null) {
            throw new IllegalStateException("The database knows '" + label + "', " + type.getName() + " does not.");
        }
        return found;
    }
}
