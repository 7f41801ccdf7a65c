// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import dev.ashlar.rules.runtime.RecordedStatement.Counts;
import dev.ashlar.rules.runtime.RecordedStatement.Repetition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.jspecify.annotations.Nullable;

/** Watches one executor: what it runs until it commits, rolls back or closes is one transaction. */
@Intercepts({
    @Signature(
            type = Executor.class,
            method = "update",
            args = {MappedStatement.class, Object.class}),
    @Signature(
            type = Executor.class,
            method = "query",
            args = {MappedStatement.class, Object.class, RowBounds.class, ResultHandler.class}),
    @Signature(
            type = Executor.class,
            method = "query",
            args = {
                MappedStatement.class,
                Object.class,
                RowBounds.class,
                ResultHandler.class,
                CacheKey.class,
                BoundSql.class
            }),
    @Signature(
            type = Executor.class,
            method = "queryCursor",
            args = {MappedStatement.class, Object.class, RowBounds.class}),
    @Signature(type = Executor.class, method = "commit", args = boolean.class),
    @Signature(type = Executor.class, method = "rollback", args = boolean.class),
    @Signature(type = Executor.class, method = "close", args = boolean.class)
})
final class WatchedUnit implements Interceptor {
    private final Recordings recordings;
    private final CallStacks stacks;
    private final List<StackedCall> calls = new ArrayList<>();
    private long lastEnded;

    WatchedUnit(Recordings recordings, CallStacks stacks) {
        this.recordings = recordings;
        this.stacks = stacks;
    }

    @Override
    public @Nullable Object intercept(Invocation invocation) throws Throwable {
        if (!(invocation.getArgs()[0] instanceof MappedStatement statement)) {
            end();
            return invocation.proceed();
        }
        var executor = (Executor) invocation.getTarget();
        // Not the statement's own: that drops bound variables when nothing is left to bind.
        var sql = statement.getSqlSource().getBoundSql(invocation.getArgs()[1]);
        long idleMillis = calls.isEmpty() ? 0 : (System.nanoTime() - lastEnded) / 1_000_000;
        try {
            var result = invocation.proceed();
            ran(executor, statement, sql, rows(result), idleMillis);
            return result;
        } catch (Throwable failure) {
            if (reachedTheDatabase(failure)) {
                ran(executor, statement, sql, 0, idleMillis);
            }
            throw failure;
        }
    }

    private void ran(Executor executor, MappedStatement statement, BoundSql sql, long rows, long idleMillis)
            throws SQLException {
        var connection = executor.getTransaction().getConnection();
        // A read-only connection in autocommit mode belongs to a unit of reads: nothing could be committed.
        boolean outside = connection.getAutoCommit() && !connection.isReadOnly();
        boolean writes = statement.getSqlCommandType() != SqlCommandType.SELECT || statement.isDirtySelect();
        var source = statement.getSqlSource() instanceof MarkedSource marked ? marked : null;
        recordings.ran(new RecordedStatement(
                statement.getId(),
                writes,
                new Counts(1, outside ? 1 : 0, Math.max(rows, 0), SqlText.lacksCondition(sql.getSql()) ? 1 : 0),
                source == null ? null : SqlText.foreignLiteral(sql.getSql(), source.text()),
                new Repetition(1, "", 0),
                source == null ? List.of() : Marks.read(source.branches(), sql)));
        recordings.plugins(statement.getConfiguration().getInterceptors());
        calls.add(new StackedCall(statement.getId(), stacks.ofMainClasses(), idleMillis));
        lastEnded = System.nanoTime();
    }

    /** A unit that a test has opened tells nothing about the project's own loops and pauses. */
    private void end() {
        if (!calls.isEmpty() && stacks.nearestIsMainClass()) {
            Map<List<String>, Integer> times = new HashMap<>();
            for (var call : calls) {
                int time = times.merge(List.of(call.statement(), call.stack()), 1, Integer::sum);
                recordings.ranAgain(call.statement(), new Repetition(time, call.stack(), call.idleMillis()));
            }
        }
        calls.clear();
    }

    private static long rows(@Nullable Object result) {
        if (result instanceof List<?> list) {
            return list.size();
        }
        return result instanceof Integer updated ? updated : 0;
    }

    private static boolean reachedTheDatabase(Throwable failure) {
        return Stream.<@Nullable Throwable>iterate(failure, cause -> cause != null, WatchedUnit::causeOf)
                .anyMatch(SQLException.class::isInstance);
    }

    private static @Nullable Throwable causeOf(@Nullable Throwable failure) {
        return failure == null ? null : failure.getCause();
    }

    private record StackedCall(String statement, String stack, long idleMillis) {}
}
