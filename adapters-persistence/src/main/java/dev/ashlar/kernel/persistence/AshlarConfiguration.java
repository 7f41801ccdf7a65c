// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import dev.ashlar.kernel.application.Causes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.executor.resultset.ResultSetHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.Nullable;

/**
 * Configuration of MyBatis with two changes. Each statement runs in a {@link GuardedExecutor}, and a {@code resultType} that is a
 * record of simple values, or of records of these, is read by {@link RecordRows}. MyBatis fills records itself, but searches the
 * constructor and compares names for each row, which halves the speed of a list (measured by {@code WalletBenchmark}). Result maps
 * are read by MyBatis.
 */
class AshlarConfiguration extends Configuration {
    private final Map<Class<?>, Optional<RecordShape>> shapes = new ConcurrentHashMap<>();
    private final Causes causes;
    private final ContextDatabases databases;

    /**
     * @param causes tells the causes of changes, for the audit log
     * @param databases keeps transactions in one database
     */
    AshlarConfiguration(Causes causes, ContextDatabases databases) {
        this.causes = causes;
        this.databases = databases;
    }

    /** Ignores the type, because many rows are one statement here and need no batch. */
    @Override
    public Executor newExecutor(Transaction transaction, ExecutorType type) {
        return (Executor) interceptorChain.pluginAll(new GuardedExecutor(this, transaction, causes, databases));
    }

    @Override
    public ResultSetHandler newResultSetHandler(
            Executor executor,
            MappedStatement statement,
            RowBounds bounds,
            ParameterHandler parameters,
            @SuppressWarnings("rawtypes") @Nullable ResultHandler results,
            BoundSql sql) {
        var general = super.newResultSetHandler(executor, statement, bounds, parameters, results, sql);
        if (results != null || !bounds.equals(RowBounds.DEFAULT)) {
            return general;
        }
        return shapeOf(statement)
                .<ResultSetHandler>map(shape -> new RecordRows(shape, general))
                .orElse(general);
    }

    private Optional<RecordShape> shapeOf(MappedStatement statement) {
        var maps = statement.getResultMaps();
        if (maps.size() != 1 || !maps.getFirst().getResultMappings().isEmpty()) {
            return Optional.empty();
        }
        return shapes.computeIfAbsent(
                maps.getFirst().getType(), type -> RecordShape.of(type, getTypeHandlerRegistry()));
    }
}
