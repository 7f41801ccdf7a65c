// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence;

import com.zaxxer.hikari.HikariDataSource;

/**
 * Pools of connections to one database, which share a number of connections.
 *
 * @param writers connections of transactions
 * @param readers connections for reads, whose sessions refuse writes
 */
public record Pools(HikariDataSource writers, HikariDataSource readers) implements AutoCloseable {
    private static final String REFUSE_WRITES = "SET default_transaction_read_only = on";

    /**
     * Splits a pool, before its first connection.
     *
     * @param pool keeps the remaining connections and all other settings, which the readers share
     * @param percent share of the readers, from 1 to 99; each of both keeps at least one connection
     * @throws IllegalArgumentException if the pool has one connection only, or the share is no such number
     */
    public static Pools split(HikariDataSource pool, int percent) {
        int size = pool.getMaximumPoolSize();
        if (size < 2 || percent < 1 || percent > 99) {
            throw new IllegalArgumentException("A pool of " + size + " connections cannot give " + percent
                    + " percent of them to readers. Set a size of 2 or more, and a share from 1 to 99 percent.");
        }
        var readers = new HikariDataSource();
        pool.copyStateTo(readers);
        if (pool.getPoolName() != null) {
            readers.setPoolName(pool.getPoolName() + "-readers");
        }
        int share = Math.max(1, size * percent / 100);
        readers.setMaximumPoolSize(share);
        pool.setMaximumPoolSize(size - share);
        int idle = pool.getMinimumIdle();
        if (idle >= 0) { // set
            int shareOfIdle = idle * percent / 100;
            readers.setMinimumIdle(Math.min(shareOfIdle, share));
            pool.setMinimumIdle(Math.min(idle - shareOfIdle, size - share));
        }
        readers.setReadOnly(true); // tells the driver, which sends nothing for it in autocommit mode
        // A parameter of the database's address may replace options of the connection, but not this statement.
        readers.setConnectionInitSql(
                pool.getConnectionInitSql() == null
                        ? REFUSE_WRITES
                        : pool.getConnectionInitSql() + "; " + REFUSE_WRITES);
        // The first read may come while the database is away; it then fails as all others do.
        readers.setInitializationFailTimeout(-1);
        return new Pools(pool, readers);
    }

    /** Evicts all connections. Those in use are closed when they are returned. */
    public void evict() {
        evict(writers);
        evict(readers);
    }

    private static void evict(HikariDataSource pool) {
        if (pool.isRunning()) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
