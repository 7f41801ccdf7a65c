// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ashlar.kernel.persistence.Pools;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fresh, migrated database of one test class, cloned in milliseconds from a template. The application
 * connects as {@code ashlar_app}, with the rights of production.
 */
public final class TestDatabase implements AutoCloseable {
    /** Name of the system property with a statement that takes a guard away from every database: do tests notice? */
    public static final String WITHOUT = "ashlar.test.without";

    private static final PostgresServer SERVER = PostgresServer.start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Has one party more than there are open databases. */
    private static final Phaser OPEN = new Phaser(1);

    private static boolean ashlarReady = SERVER.isMigrated();
    private static @Nullable String template;

    private final String name;
    private final HikariDataSource application;
    private final HikariDataSource readers;
    private final HikariDataSource checks = new HikariDataSource(); // connects when it is used

    private TestDatabase(String name) {
        this.name = name;
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(Template.APPLICATION_ROLE);
        config.setPassword(Template.APPLICATION_ROLE);
        config.setMaximumPoolSize(28);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(10_000);
        config.setInitializationFailTimeout(-1); // most tests use one of the pools
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("options", "-c pg_trgm.similarity_threshold=0.6"); // as in application.yaml
        this.application = new HikariDataSource(config);
        this.readers = Pools.split(application, 30).readers();
        checks.setDataSource(owner());
        checks.setMinimumIdle(0);
        OPEN.register();
    }

    /** Returns a migrated database that has only the rows of its migrations. */
    public static TestDatabase migrated() {
        return new TestDatabase(cloneOf(template()));
    }

    /** Returns a migrated database as an Ashlar leaves it that has run without the contexts in separate jars. */
    public static TestDatabase withoutFurtherContexts() {
        prepareAshlar();
        return new TestDatabase(cloneOf(Template.ASHLAR));
    }

    /** Returns an empty database, for tests of the migrations. */
    public static TestDatabase empty() {
        return new TestDatabase(createDatabase(""));
    }

    /** Returns the application's pool of 20 connections as {@code ashlar_app}. */
    public HikariDataSource application() {
        return application;
    }

    /** Returns the application's pool of 8 connections for reads. */
    public HikariDataSource readers() {
        return readers;
    }

    /** Returns a client of the schema's owner, for checks of rows. Its connections are pooled, because a test checks many. */
    public JdbcClient psql() {
        return JdbcClient.create(checks);
    }

    /** Returns unpooled connections of the schema's owner, for migrations and statements that wait. */
    public PGSimpleDataSource owner() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        dataSource.setUser(SERVER.user());
        dataSource.setPassword(SERVER.password());
        return dataSource;
    }

    /** Returns the JDBC URL of this database. */
    public String url() {
        return SERVER.urlOf(name);
    }

    /** Returns the number of sessions that wait for a lock. */
    public long waiting() {
        return number(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
    }

    /** Returns the number of deadlocks that PostgreSQL has ended. A session reports its own at its end at the latest. */
    public long deadlocks() {
        return number("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()");
    }

    private long number(String sql) {
        return JdbcClient.create(owner()).sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        checks.close();
        readers.close();
        application.close();
        try {
            SERVER.run("DROP DATABASE " + name + " WITH (FORCE)");
        } finally {
            OPEN.arriveAndDeregister();
        }
    }

    /** Waits until the last database is closed, but not for one that a test has forgotten. */
    static void awaitAllClosed() {
        try {
            OPEN.awaitAdvanceInterruptibly(OPEN.arriveAndDeregister(), 20, TimeUnit.SECONDS);
        } catch (InterruptedException | TimeoutException forgotten) {
            // The server goes with it.
        }
    }

    private static String cloneOf(String template) {
        // Half the time of the strategy that writes each page to the log.
        return createDatabase(" TEMPLATE " + template + " STRATEGY file_copy");
    }

    private static synchronized String createDatabase(String how) {
        var name = "ashlar_test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        SERVER.run("CREATE DATABASE " + name + how);
        return name;
    }

    private static synchronized void prepareAshlar() {
        if (!ashlarReady) {
            Template.create(SERVER);
            ashlarReady = true;
        }
    }

    private static synchronized String template() {
        if (template == null) {
            prepareAshlar();
            template = Template.withContexts(SERVER);
            var guard = System.getProperty(WITHOUT, "");
            if (!guard.isEmpty()) {
                SERVER.runOn(template, guard);
            }
        }
        return template;
    }
}
