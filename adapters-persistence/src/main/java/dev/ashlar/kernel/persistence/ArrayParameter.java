// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * Collection as one array parameter, for {@code = ANY(…)} and {@code unnest(…)}: one bind and one plan for any number of elements,
 * which may be null. The XML names the handler, because a collection does not carry its element type.
 */
abstract class ArrayParameter<E> extends BaseTypeHandler<Collection<? extends @Nullable E>> {
    private final String elementType;

    ArrayParameter(String elementType) {
        this.elementType = elementType;
    }

    /** Converts an element that is not null for the driver. */
    Object valueOf(E element) {
        return element;
    }

    @Override
    public void setNonNullParameter(
            PreparedStatement statement, int index, Collection<? extends @Nullable E> elements, JdbcType jdbcType)
            throws SQLException {
        var values = elements.stream()
                .map(element -> element == null ? null : valueOf(element))
                .toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(elementType, values));
    }

    @Override
    public Collection<? extends @Nullable E> getNullableResult(ResultSet row, String column) {
        throw onlyAParameter();
    }

    @Override
    public Collection<? extends @Nullable E> getNullableResult(ResultSet row, int column) {
        throw onlyAParameter();
    }

    @Override
    public Collection<? extends @Nullable E> getNullableResult(CallableStatement call, int column) {
        throw onlyAParameter();
    }

    private static IllegalStateException onlyAParameter() {
        return new IllegalStateException("Rows are selected, not arrays.");
    }
}
