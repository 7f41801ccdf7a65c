// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.prepare;

import dev.ashlar.rules.sql.expand.Parameter;
import dev.ashlar.rules.sql.expand.Variant;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/** Parameters as they are bound when a statement runs: sample values, each by its own type handler. */
final class Binding {
    private Binding() {}

    static void bind(PreparedStatement statement, Variant variant) throws SQLException {
        int index = 1;
        for (var parameter : variant.parameters()) {
            var value = SampleValues.of(parameter.type());
            var handler = handler(parameter, variant.statement().configuration());
            if (value == null || handler == null) {
                statement.setNull(index, Types.OTHER);
            } else {
                handler.setParameter(statement, index, value, parameter.jdbcType());
            }
            index++;
        }
    }

    @SuppressWarnings("unchecked") // a handler of the value's type
    private static @Nullable TypeHandler<Object> handler(Parameter parameter, Configuration configuration) {
        var type = parameter.javaClass();
        var handler = parameter.declaredHandler() != null || type == null
                ? parameter.declaredHandler()
                : configuration.getTypeHandlerRegistry().getTypeHandler(type);
        return (TypeHandler<Object>) handler;
    }
}
