// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.kernel.persistence.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import liquibase.exception.LiquibaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {
    @Test
    void runsAndRollsBackEachChangeset() throws SQLException, LiquibaseException {
        try (var database = TestDatabase.empty();
                var connection = database.owner().getConnection()) {
            var migrations = new Migrations(connection);
            var all = migrations.pending();
            assertThat(all).contains("kernel:003-create-scheduled-tasks");

            var told = new ArrayList<String>();
            migrations.migrate(told::add);
            assertThat(told)
                    .containsExactlyElementsOf(
                            all.stream().map(name -> "applied      " + name).toList());
            assertThat(migrations.pending()).isEmpty();

            told.clear();
            migrations.rollback(2, told::add);
            assertThat(told)
                    .containsExactly("rolled back  " + all.getLast(), "rolled back  " + all.get(all.size() - 2));
            assertThat(migrations.pending()).isEqualTo(all.subList(all.size() - 2, all.size()));
        }
    }

    @Test
    void findsTheChangelogsOfAContextInAnotherJar(@TempDir Path directory) throws Exception {
        var jar = directory.resolve("annex.jar");
        write(jar, "db/changelog/annex/001-create-schema.sql", """
                --liquibase formatted sql
                --changeset annex:001-create-schema
                CREATE SCHEMA annex;
                GRANT USAGE ON SCHEMA annex TO ashlar_app;
                --rollback DROP SCHEMA annex;
                """);
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        try (var withJar = new URLClassLoader(new URL[] {jar.toUri().toURL()}, loader);
                var database = TestDatabase.empty();
                var connection = database.owner().getConnection()) {
            thread.setContextClassLoader(withJar);
            var told = new ArrayList<String>();
            new Migrations(connection).migrate(told::add);
            assertThat(told).contains("applied      annex:001-create-schema");
            assertThat(told.getFirst()).startsWith("applied      kernel:001-");
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** Writes a jar as Maven does, with an entry for each directory. */
    private static void write(Path jar, String file, String text) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (int slash = file.indexOf('/'); slash > 0; slash = file.indexOf('/', slash + 1)) {
                out.putNextEntry(new ZipEntry(file.substring(0, slash + 1)));
            }
            out.putNextEntry(new ZipEntry(file));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
