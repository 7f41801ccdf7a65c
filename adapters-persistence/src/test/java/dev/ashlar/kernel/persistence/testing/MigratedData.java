// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.kernel.persistence.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import org.springframework.util.FileSystemUtils;

/**
 * Data of embedded servers with Ashlar's template, kept between test JVMs and builds. The first JVM with some changelogs makes the
 * directory of their fingerprint, in ten seconds; all others copy it.
 */
final class MigratedData {
    /** The root {@code pom.xml} names the same directory for all modules. */
    private static final Path KEPT = Path.of(System.getProperty("ashlar.test.data", "target/postgres"));

    /** The changelogs of two branches in this month. */
    private static final int MOST = 2;

    private MigratedData() {}

    /** Copies the data for these changelogs to an empty directory. */
    static void copyTo(Path directory) throws IOException {
        Files.createDirectories(KEPT);
        try (var lock = FileChannel.open(KEPT.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = lock.lock()) { // one test JVM makes it, the others wait
            var data = KEPT.resolve(Template.fingerprint());
            if (!Files.exists(data)) {
                make(data);
                removeOldest();
            }
            copy(data, directory);
        }
    }

    private static void make(Path data) throws IOException {
        var unfinished = KEPT.resolve("unfinished").toAbsolutePath();
        FileSystemUtils.deleteRecursively(unfinished); // of a killed JVM
        Files.createDirectory(unfinished);
        try (var server = PostgresServer.startOn(unfinished)) {
            Template.create(PostgresServer.of(server));
        }
        if (Files.exists(unfinished.resolve("postmaster.pid"))) {
            throw new IllegalStateException("The PostgreSQL server in " + unfinished + " has not stopped.");
        }
        Files.move(unfinished, data);
    }

    private static void removeOldest() throws IOException {
        try (var kept = Files.list(KEPT)) {
            var oldest = kept.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(MigratedData::made).reversed())
                    .skip(MOST)
                    .toList();
            for (var data : oldest) {
                FileSystemUtils.deleteRecursively(data);
            }
        }
    }

    private static long made(Path data) {
        return data.toFile().lastModified();
    }

    /** Copies the permissions, too: PostgreSQL refuses data that others may read. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.skip(1).toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
