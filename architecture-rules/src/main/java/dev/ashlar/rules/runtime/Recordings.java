// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import dev.ashlar.rules.runtime.RecordedStatement.Repetition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.plugin.Interceptor;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Collects what all executors of a JVM do, and writes it down when the JVM ends. */
final class Recordings {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Map<Path, Recordings> OF_THIS_RUN = new ConcurrentHashMap<>();

    private final Map<String, RecordedStatement> statements = new TreeMap<>();
    private final Set<String> plugins = new TreeSet<>();

    /** Returns those of this JVM for a directory. */
    static Recordings ofThisRun(Path directory) {
        return OF_THIS_RUN.computeIfAbsent(directory, Recordings::writtenAtTheEnd);
    }

    private static Recordings writtenAtTheEnd(Path directory) {
        var recordings = new Recordings();
        var file = directory.resolve(System.getProperty("surefire.forkNumber", "1") + ".json");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> recordings.write(file)));
        return recordings;
    }

    synchronized void ran(RecordedStatement once) {
        statements.merge(once.id(), once, RecordedStatement::and);
    }

    synchronized void ranAgain(String statement, Repetition again) {
        statements.computeIfPresent(statement, (id, known) -> known.repeated(again));
    }

    synchronized void plugins(List<Interceptor> installed) {
        for (var plugin : installed) {
            if (!(plugin instanceof Recorder)) {
                plugins.add(plugin.getClass().getName());
            }
        }
    }

    synchronized Recording recording() {
        return new Recording(List.copyOf(plugins), List.copyOf(statements.values()));
    }

    void write(Path file) {
        if (statements.isEmpty()) {
            return; // a run without any statement says nothing about them
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writeValue(file, recording());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
