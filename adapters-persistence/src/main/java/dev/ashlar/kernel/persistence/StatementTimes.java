// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Timer of statements, including the read of their rows, under {@value #NAME}. Slow statements are logged without their parameters,
 * which are personal data.
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
class StatementTimes implements Interceptor {
    static final String NAME = "ashlar.statements";
    private static final Logger LOG = LoggerFactory.getLogger(StatementTimes.class);

    private final MeterRegistry registry;
    private final Duration slow;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    /** @param slow duration from which statements are logged */
    StatementTimes(MeterRegistry registry, Duration slow) {
        this.registry = registry;
        this.slow = slow;
    }

    @Override
    public Object plugin(Object target) {
        return target instanceof Executor ? Plugin.wrap(target, this) : target;
    }

    @Override
    public @Nullable Object intercept(Invocation invocation) throws Throwable {
        long start = System.nanoTime();
        try {
            return invocation.proceed();
        } finally {
            took(((MappedStatement) invocation.getArgs()[0]).getId(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void took(String id, Duration time) {
        timers.computeIfAbsent(id, this::timer).record(time);
        if (time.compareTo(slow) >= 0) {
            LOG.warn("Slow statement name={} millis={}", shortName(id), time.toMillis());
        }
    }

    private Timer timer(String id) {
        return Timer.builder(NAME)
                .description("Duration of statements, including the read of their rows")
                .tag("statement", shortName(id))
                .register(registry);
    }

    private static String shortName(String id) {
        int mapper = id.lastIndexOf('.', id.lastIndexOf('.') - 1);
        return id.substring(mapper + 1);
    }
}
