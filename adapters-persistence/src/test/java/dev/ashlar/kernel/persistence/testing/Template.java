// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import liquibase.util.LiquibaseUtil;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Migrated databases that those of test classes are cloned from, and the role of the application. */
public final class Template {
    /** Has the tables of Ashlar, without those of contexts in separate jars. */
    static final String ASHLAR = "ashlar_template";

    static final String APPLICATION_ROLE = "ashlar_app";

    private static final String WITH_CONTEXTS = "ashlar_contexts_template";
    private static final String CHANGELOGS = "db/changelog/";
    private static final Resource MASTER = new ClassPathResource(CHANGELOGS + "master.yaml");

    private Template() {}

    /** Creates the role, and Ashlar's template in the place of an earlier one. */
    static void create(PostgresServer server) {
        createRole(server);
        replace(server, ASHLAR, "");
        try (var ashlar = new URLClassLoader(new URL[] {root()}, null)) {
            migrate(server, ASHLAR, ashlar);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Creates the role of the application, which may log in. */
    static void createRole(PostgresServer server) {
        server.run("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + APPLICATION_ROLE
                + "') THEN CREATE ROLE " + APPLICATION_ROLE + "; END IF; END $$");
        server.run("ALTER ROLE " + APPLICATION_ROLE + " LOGIN PASSWORD '" + APPLICATION_ROLE + "'");
    }

    /** Returns the name of a template with the tables of all contexts on the class path. */
    static String withContexts(PostgresServer server) {
        if (changelogs("classpath*:" + CHANGELOGS).equals(ofAshlar())) {
            return ASHLAR;
        }
        replace(server, WITH_CONTEXTS, " TEMPLATE " + ASHLAR);
        migrate(server, WITH_CONTEXTS, Template.class.getClassLoader());
        return WITH_CONTEXTS;
    }

    private static void replace(PostgresServer server, String name, String how) {
        server.run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        server.run("CREATE DATABASE " + name + how);
    }

    private static void migrate(PostgresServer server, String name, ClassLoader changelogs) {
        try (var connection = server.connect(name);
                var liquibase = liquibase(connection, changelogs)) {
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> liquibase.update());
        } catch (Exception failed) {
            throw new IllegalStateException("The migrations failed.", failed);
        }
    }

    /** Returns the changelogs on the class path for a connection of the owner. */
    public static Liquibase liquibase(Connection connection) throws LiquibaseException {
        return liquibase(connection, Template.class.getClassLoader());
    }

    private static Liquibase liquibase(Connection connection, ClassLoader changelogs) throws LiquibaseException {
        var database = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return new Liquibase(CHANGELOGS + "master.yaml", new ClassLoaderResourceAccessor(changelogs), database);
    }

    /** Returns a fingerprint of Liquibase, Ashlar's changelogs and the month, which has partitions: equal ones make equal databases. */
    static String fingerprint() {
        var made = LiquibaseUtil.getBuildVersionInfo() + ofAshlar() + YearMonth.now(ZoneOffset.UTC);
        return hash(made.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the hashes of Ashlar's changelogs by their paths. */
    private static Map<String, String> ofAshlar() {
        try {
            return changelogs(MASTER.getURL().toString().replaceFirst("master.yaml$", ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<String, String> changelogs(String directory) {
        try {
            var changelogs = new TreeMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(directory + "**/*.*")) {
                var address = file.getURL().toString();
                changelogs.put(address.substring(address.lastIndexOf(CHANGELOGS)), hash(file.getContentAsByteArray()));
            }
            return changelogs;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns the address of the directory or jar that has Ashlar's changelogs. */
    private static URL root() throws IOException {
        var master = MASTER.getURL();
        return master.openConnection() instanceof JarURLConnection jar
                ? jar.getJarFileURL()
                : URI.create(master.toString().replaceFirst(CHANGELOGS + "master.yaml$", ""))
                        .toURL();
    }
}
