// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import dev.ashlar.kernel.persistence.Pools;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Pools of contexts with a separate database. Each database has the settings of the common one, the number of connections included.
 *
 * @param all pools by context
 */
record ContextPools(Map<String, Pools> all) implements AutoCloseable {
    private static final String SETTINGS = "spring.datasource.hikari";

    /** @param readerPercent share of each number of connections that only read */
    static ContextPools of(Environment environment, int readerPercent, MeterRegistry meters) {
        var all = new TreeMap<String, Pools>();
        ConnectionSettings.ofContexts(environment).forEach((context, settings) -> {
            var pool = new HikariDataSource();
            Binder.get(environment).bind(SETTINGS, Bindable.ofInstance(pool));
            settings.lead(pool);
            pool.setPoolName(pool.getPoolName() + "-" + context);
            pool.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
            // Other contexts serve while this database is away.
            pool.setInitializationFailTimeout(-1);
            var pools = Pools.split(pool, readerPercent);
            var eviction = new FailoverEviction(pools::evict);
            pools.writers().setExceptionOverride(eviction);
            pools.readers().setExceptionOverride(eviction);
            all.put(context, pools);
        });
        return new ContextPools(all);
    }

    @Override
    public void close() {
        all.values().forEach(Pools::close);
    }
}
