// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.runtime;

import dev.ashlar.rules.CannotTell;
import dev.ashlar.rules.NotGiven;
import dev.ashlar.rules.Place;
import dev.ashlar.rules.Project;
import dev.ashlar.rules.Subject;
import dev.ashlar.rules.files.TextFiles;
import dev.ashlar.rules.sql.expand.MapperStatement;
import dev.ashlar.rules.sql.expand.Mappers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement of a mapper file, with what it did while the project's tests ran.
 *
 * @param statement as it is in the file
 * @param did what was recorded of it; null if it never ran
 */
record ObservedStatement(
        MapperStatement statement, @Nullable RecordedStatement did) implements Subject {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns all statements of the project's mapper files. */
    static List<ObservedStatement> all(Project project) {
        var recorded = Evidence.of(project).statements();
        return Mappers.of(project).statements().stream()
                .map(statement -> new ObservedStatement(statement, recorded.get(statement.fullId())))
                .toList();
    }

    /** Recordings of executed statements. */
    static List<Ran> ran(Project project) {
        return all(project).stream()
                .filter(statement -> statement.did != null)
                .map(statement -> new Ran(statement.place(), Objects.requireNonNull(statement.did)))
                .toList();
    }

    /** Returns the plugins that the tests had installed. */
    static Set<String> plugins(Project project) {
        return Evidence.of(project).plugins();
    }

    @Override
    public Place place() {
        return statement.place();
    }

    /**
     * A statement that ran.
     *
     * @param place where it is written
     * @param did what was recorded of it
     */
    record Ran(Place place, RecordedStatement did) implements Subject {}

    /** All recordings as one. */
    private record Evidence(Map<String, RecordedStatement> statements, Set<String> plugins) {
        static Evidence of(Project project) {
            return project.part(Evidence.class, () -> read(project));
        }

        private static Evidence read(Project project) {
            var recordings = project.recordingDirectories().stream()
                    .flatMap(Evidence::files)
                    .map(Evidence::recording)
                    .toList();
            if (recordings.isEmpty()) {
                throw new NotGiven("recordings yet: run all of its tests once, as ./mvnw verify does");
            }
            Map<String, RecordedStatement> statements = new HashMap<>();
            Set<String> plugins = new TreeSet<>();
            for (var recording : recordings) {
                plugins.addAll(recording.plugins());
                recording.statements().forEach(did -> statements.merge(did.id(), did, RecordedStatement::and));
            }
            return new Evidence(statements, plugins);
        }

        private static Stream<Path> files(Path directory) {
            return Files.isDirectory(directory) ? TextFiles.under(directory, 1, ".*\\.json").stream() : Stream.empty();
        }

        private static Recording recording(Path file) {
            try {
                return JSON.readValue(file, Recording.class);
            } catch (JacksonException unreadable) {
                throw new CannotTell(file + " is no recording: " + unreadable.getMessage(), unreadable);
            }
        }
    }
}
