// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.kernel.persistence.ContextDatabases;
import dev.ashlar.kernel.persistence.ReaderPool;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/**
 * Pools of contexts with a separate database, behind the data sources that everything uses. They have the settings of the common
 * pools, the number of connections included. A route is behind Spring Boot's lazy connections, which are taken when the first statement has
 * told its context.
 */
final class ContextPools implements BeanPostProcessor, Ordered, DisposableBean {
    private final ContextDatabases databases;
    private final Map<String, DatabaseUrl> urls;
    private final int readerPercent;
    private final Executor soon = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    private final Map<String, HikariDataSource> writers = new HashMap<>();
    private final Map<String, HikariDataSource> readers = new HashMap<>();

    /**
     * @param urls addresses by context
     * @param readerPercent share of each number of connections that only read
     */
    ContextPools(ContextDatabases databases, Map<String, DatabaseUrl> urls, int readerPercent) {
        this.databases = databases;
        this.urls = urls;
        this.readerPercent = readerPercent;
    }

    @Override
    public int getOrder() {
        return -1; // that of Spring Boot's lazy connections is 0
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (urls.isEmpty()) {
            return bean;
        }
        if (name.equals("dataSource") && bean instanceof HikariDataSource common) {
            urls.forEach((context, url) -> open(context, url, common));
            return databases.route(common, writers);
        }
        return name.equals("readers") ? databases.route((DataSource) bean, readers) : bean;
    }

    private void open(String context, DatabaseUrl url, HikariDataSource common) {
        var pool = new HikariDataSource();
        common.copyStateTo(pool);
        pool.setPoolName(common.getPoolName() + "-" + context);
        pool.setJdbcUrl(url.jdbcUrl());
        pool.setUsername(url.user());
        pool.setPassword(url.password());
        // Other contexts serve while this database is away.
        pool.setInitializationFailTimeout(-1);
        var readersOfContext = ReaderPool.splitFrom(pool, readerPercent);
        // That of the common pools, which was copied, would evict the connections of those.
        var eviction = new FailoverEviction(soon, () -> {
            ReaderConnections.evict(pool);
            ReaderConnections.evict(readersOfContext);
        });
        pool.setExceptionOverride(eviction);
        readersOfContext.setExceptionOverride(eviction);
        readers.put(context, readersOfContext);
        writers.put(context, pool);
    }

    @Override
    public void destroy() {
        readers.values().forEach(HikariDataSource::close);
        writers.values().forEach(HikariDataSource::close);
    }
}
