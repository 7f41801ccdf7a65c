// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.sql.expand;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.ibatis.type.TypeHandler;
import org.jspecify.annotations.Nullable;

/** Columns of a row that a type handler reads: it is given a row that takes notes. */
final class HandlerColumns {
    private HandlerColumns() {}

    /** Returns the names it asks for when it is to read a column; at least that one. */
    static Set<String> of(TypeHandler<?> handler, String column) {
        var asked = new LinkedHashSet<String>();
        asked.add(column);
        var row = (ResultSet) Proxy.newProxyInstance(
                HandlerColumns.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof String name) {
                        asked.add(name);
                    }
                    return something(method.getReturnType());
                });
        try {
            handler.getResult(row, column);
        } catch (SQLException | RuntimeException noValue) {
            // What it was given makes no value; which columns it asked for is known all the same.
        }
        return asked;
    }

    /** Returns a value that does not end the reading as null would. */
    private static @Nullable Object something(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        }
        return type == String.class || type == Object.class ? "1" : null;
    }
}
