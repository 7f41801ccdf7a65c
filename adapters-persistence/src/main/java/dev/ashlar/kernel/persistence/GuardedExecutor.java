// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.Cause;
import dev.ashlar.kernel.application.Causes;
import java.sql.SQLException;
import java.util.List;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.SimpleExecutor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Executor that refuses statements outside a transaction and writes in a read-only one. A forgotten boundary then fails in its first
 * test, and not as a partial write in production. Before the first write of a transaction it tells the database the cause, which the
 * triggers of audited tables write down. A plugin of MyBatis would be called by reflection and built for each transaction.
 */
class GuardedExecutor extends SimpleExecutor {
    private static final String DECLARE = CauseMapper.class.getName() + ".declare";

    private final Causes causes;
    private final ContextDatabases databases;
    private boolean hasWritten;

    /**
     * @param causes tells the cause of the changes, for the audit log
     * @param databases keeps transactions in one database
     */
    GuardedExecutor(Configuration configuration, Transaction transaction, Causes causes, ContextDatabases databases) {
        super(configuration, transaction);
        this.causes = causes;
        this.databases = databases;
    }

    @Override
    public int doUpdate(MappedStatement statement, @Nullable Object parameter) throws SQLException {
        check(statement);
        return super.doUpdate(statement, parameter);
    }

    @Override
    public <E> List<E> doQuery(
            MappedStatement statement,
            @Nullable Object parameter,
            RowBounds bounds,
            @SuppressWarnings("rawtypes") @Nullable ResultHandler results,
            BoundSql sql)
            throws SQLException {
        check(statement);
        return super.doQuery(statement, parameter, bounds, results, sql);
    }

    @Override
    protected <E> Cursor<E> doQueryCursor(
            MappedStatement statement, @Nullable Object parameter, RowBounds bounds, BoundSql sql) throws SQLException {
        check(statement);
        return super.doQueryCursor(statement, parameter, bounds, sql);
    }

    private void check(MappedStatement statement) throws SQLException {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(statement.getId()
                    + " ran outside a transaction. Call it from a public method of an @ApplicationService.");
        }
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly() && writes(statement)) {
            throw new IllegalStateException(statement.getId()
                    + " writes in a read-only transaction. Put @Transactional on the service's method.");
        }
        databases.enter(statement.getId());
        if (!hasWritten && writes(statement)) {
            hasWritten = true;
            var cause = causes.current();
            if (cause.isPresent()) {
                declare(cause.get());
            }
        }
    }

    private void declare(Cause cause) throws SQLException {
        var statement = configuration.getMappedStatement(DECLARE);
        super.doQuery(statement, cause, RowBounds.DEFAULT, null, statement.getBoundSql(cause));
    }

    private static boolean writes(MappedStatement statement) {
        return statement.getSqlCommandType() != SqlCommandType.SELECT || statement.isDirtySelect();
    }
}
