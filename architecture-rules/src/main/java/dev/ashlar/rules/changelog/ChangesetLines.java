// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines of a changeset in its file.
 *
 * @param first its first line, from 1; 0 when it was not found
 * @param last its last line
 * @param rollback the first line of its rollback, or its first line
 * @param sql its lines, those that are for Liquibase alone emptied
 */
record ChangesetLines(int first, int last, int rollback, String sql) {
    private static final Pattern HEAD =
            Pattern.compile("\\s*--\\s*changeset\\s+\"?([^:\"]+)\"?:\"?([^\\s\"]+)\"?.*", Pattern.CASE_INSENSITIVE);
    /** Beginning of a changeset in XML, YAML and JSON. */
    private static final Pattern ELEMENT = Pattern.compile("<changeSet\\b|-\\s*changeSet:|\"changeSet\"\\s*:");

    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\s*--\\s*(liquibase|changeset|rollback|comment|preconditions|precondition-|validCheckSum|property|ignoreLines).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLLBACK =
            Pattern.compile("\\s*(--|/\\*)\\s*(liquibase\\s+)?rollback.*", Pattern.CASE_INSENSITIVE);

    static ChangesetLines none() {
        return new ChangesetLines(0, 0, 0, "");
    }

    boolean found() {
        return first > 0;
    }

    static ChangesetLines of(Path file, String author, String id) {
        var lines = read(file);
        for (int start = 0; start < lines.size(); start++) {
            var head = HEAD.matcher(lines.get(start));
            if (head.matches()
                    && head.group(1).strip().equals(author)
                    && head.group(2).equals(id)) {
                return from(lines, start);
            }
        }
        return none();
    }

    /** The lines of a changeset in XML, YAML or JSON, without its SQL. */
    static ChangesetLines inMarkup(Path file, String id) {
        var lines = read(file);
        var named = Pattern.compile("\\bid[\"']?\\s*[=:]\\s*[\"']?" + Pattern.quote(id) + "[\"']?(?![\\w.-]).*");
        for (int start = 0; start < lines.size(); start++) {
            if (ELEMENT.matcher(lines.get(start)).find()) {
                int end = start + 1;
                while (end < lines.size() && !ELEMENT.matcher(lines.get(end)).find()) {
                    end++;
                }
                while (lines.get(end - 1).isBlank()) {
                    end--;
                }
                if (lines.subList(start, end).stream()
                        .anyMatch(line -> named.matcher(line).find())) {
                    return new ChangesetLines(start + 1, end, start + 1, "");
                }
            }
        }
        return none();
    }

    private static ChangesetLines from(List<String> lines, int start) {
        int end = start + 1;
        while (end < lines.size() && !HEAD.matcher(lines.get(end)).matches()) {
            end++;
        }
        while (lines.get(end - 1).isBlank()) {
            end--;
        }
        int rollback = start;
        for (int i = end - 1; i > start; i--) {
            if (ROLLBACK.matcher(lines.get(i)).matches()) {
                rollback = i;
            }
        }
        var sql = lines.subList(start, end).stream()
                .map(line -> DIRECTIVE.matcher(line).matches() ? "" : line)
                .collect(Collectors.joining("\n"));
        return new ChangesetLines(start + 1, end, rollback + 1, sql);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
