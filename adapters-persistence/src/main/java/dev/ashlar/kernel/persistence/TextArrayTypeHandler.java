// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** {@code List<String>} as {@code text[]}. The XML names it, because a list does not carry its element type. */
public class TextArrayTypeHandler extends BaseTypeHandler<List<String>> {
    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, List<String> texts, JdbcType jdbcType)
            throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf("text", texts.toArray()));
    }

    @Override
    public @Nullable List<String> getNullableResult(ResultSet row, String column) throws SQLException {
        return read(row.getArray(column));
    }

    @Override
    public @Nullable List<String> getNullableResult(ResultSet row, int column) throws SQLException {
        return read(row.getArray(column));
    }

    @Override
    public @Nullable List<String> getNullableResult(CallableStatement call, int column) throws SQLException {
        return read(call.getArray(column));
    }

    private static @Nullable List<String> read(@Nullable Array array) throws SQLException {
        return array == null ? null : List.of((String[]) array.getArray());
    }
}
