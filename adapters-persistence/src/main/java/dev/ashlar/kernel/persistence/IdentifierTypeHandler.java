// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.Identifier;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.apache.ibatis.type.BaseTypeHandler;
import org.apache.ibatis.type.JdbcType;
import org.jspecify.annotations.Nullable;

/** Typed ids as {@code uuid}. */
class IdentifierTypeHandler<T extends Identifier> extends BaseTypeHandler<T> {
    private final MethodHandle constructor;

    IdentifierTypeHandler(Class<T> type) {
        try {
            constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, UUID.class))
                    .asType(MethodType.methodType(Identifier.class, UUID.class));
        } catch (ReflectiveOperationException notAnId) {
            throw new IllegalStateException(
                    type.getName() + " implements Identifier and must be a public record of one UUID.", notAnId);
        }
    }

    @Override
    public void setNonNullParameter(PreparedStatement statement, int index, T id, JdbcType jdbcType)
            throws SQLException {
        statement.setObject(index, id.value());
    }

    @Override
    public @Nullable T getNullableResult(ResultSet row, String column) throws SQLException {
        return wrap(row.getObject(column, UUID.class));
    }

    @Override
    public @Nullable T getNullableResult(ResultSet row, int column) throws SQLException {
        return wrap(row.getObject(column, UUID.class));
    }

    @Override
    public @Nullable T getNullableResult(CallableStatement call, int column) throws SQLException {
        return wrap(call.getObject(column, UUID.class));
    }

    @SuppressWarnings("unchecked") // the constructor was looked up on Class<T>
    private @Nullable T wrap(@Nullable UUID value) {
        if (value == null) {
            return null;
        }
        try {
            return (T) (Identifier) constructor.invokeExact(value);
        } catch (Throwable refused) {
            throw new IllegalStateException("A stored id was refused by its type.", refused);
        }
    }
}
