// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.catalog;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** A data source that hands out one connection again and again: pg-index-health wants a new one for each of its questions. */
final class KeptConnection {
    private KeptConnection() {}

    /** Hands out the connection, which stays open until its owner closes it. */
    static DataSource handingOut(Connection connection) {
        var kept = proxy(Connection.class, (self, method, arguments) -> {
            try {
                return method.getName().equals("close") ? null : method.invoke(connection, arguments);
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
        return proxy(DataSource.class, (self, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                return kept;
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(KeptConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
