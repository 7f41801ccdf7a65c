// SPDX-License-Identifier: Apache-2.0
package com.example.desk;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;

/** A service that owns its transactions, and loops. */
public final class OrderDesk {
    private OrderDesk() {}

    /** Begins and commits. */
    public static void inTransaction(Supplier<SqlSession> sessions, Consumer<SqlSession> work) {
        try (var session = sessions.get()) {
            work.accept(session);
            session.commit();
        }
    }

    /** One statement for each. */
    public static void addEach(List<Integer> ids, IntConsumer add) {
        for (int id : ids) {
            add.accept(id);
        }
    }
}
