package dev.ashlar.kernel.persistence;

import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Intercepts;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.plugin.Plugin;
import org.apache.ibatis.plugin.Signature;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Refuses each statement that runs outside a transaction and each write in a read-only one. A forgotten boundary then
 * fails in the first test that passes by, not as a half-written change in production.
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
class TransactionGuard implements Interceptor {
    /** Only executors are wrapped: looking for signatures in every handler of every statement costs more than the check. */
    @Override
    public Object plugin(Object target) {
        return target instanceof Executor ? Plugin.wrap(target, this) : target;
    }

    @Override
    public @Nullable Object intercept(Invocation invocation) throws Throwable {
        check((MappedStatement) invocation.getArgs()[0]);
        return invocation.proceed();
    }

    private static void check(MappedStatement statement) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(statement.getId()
                    + " ran outside a transaction. Call it from a public method of an @ApplicationService.");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly() && writes(statement)) {
            throw new IllegalStateException(statement.getId()
                    + " writes in a read-only transaction. Put @Transactional on the service's method.");
        }
    }

    private static boolean writes(MappedStatement statement) {
        return statement.getSqlCommandType() != SqlCommandType.SELECT || statement.isDirtySelect();
    }
}
