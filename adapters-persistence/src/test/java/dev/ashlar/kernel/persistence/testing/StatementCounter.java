// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Plugin;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.jspecify.annotations.Nullable;

/**
 * Recorder of the statements of a piece of code, in order, with repetitions: {@code
 * assertThat(statements.of(() -> ledger.credit(type, movement))).containsExactly("WalletMapper.post")}.
 */
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
            args = {MappedStatement.class, Object.class, RowBounds.class})
})
public final class StatementCounter implements Interceptor {
    private static final ThreadLocal<@Nullable List<String>> RUNNING = new ThreadLocal<>();

    @Override
    public Object plugin(Object target) {
        return target instanceof Executor ? Plugin.wrap(target, this) : target;
    }

    /** Lists the statements that the code runs in this thread, as {@code Mapper.statement}. */
    public List<String> of(Runnable code) {
        var ran = new ArrayList<String>();
        RUNNING.set(ran);
        try {
            code.run();
        } finally {
            RUNNING.remove();
        }
        return ran;
    }

    @Override
    public @Nullable Object intercept(Invocation invocation) throws Throwable {
        var ran = RUNNING.get();
        if (ran != null) {
            ran.add(shortName(((MappedStatement) invocation.getArgs()[0]).getId()));
        }
        return invocation.proceed();
    }

    private static String shortName(String id) {
        int mapper = id.lastIndexOf('.', id.lastIndexOf('.') - 1);
        return id.substring(mapper + 1);
    }
}
