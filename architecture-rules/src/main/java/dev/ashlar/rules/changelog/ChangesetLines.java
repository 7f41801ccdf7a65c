// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules.changelog;

import dev.ashlar.rules.files.TextFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
            Pattern.compile("^\\s*--\\s*changeset\\s+\"?([^:\"]+)\"?:\"?([^\\s\"]+)\"?.*", Pattern.CASE_INSENSITIVE);
    /** Beginning of a changeset in XML, YAML and JSON. */
    private static final Pattern ELEMENT = Pattern.compile("<changeSet\\b|-\\s*changeSet:|\"changeSet\"\\s*:");

    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\s*--\\s*(liquibase|changeset|rollback|comment|preconditions|precondition-|validCheckSum|property|ignoreLines).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLLBACK =
            Pattern.compile("\\s*(--|/\\*)\\s*(liquibase\\s+)?rollback.*", Pattern.CASE_INSENSITIVE);

    /** Returns the lines of a changeset in SQL. */
    static ChangesetLines of(Path file, String author, String id) {
        return find(file, HEAD, block -> {
            var head = HEAD.matcher(block.get(0));
            return head.matches()
                    && head.group(1).strip().equals(author)
                    && head.group(2).equals(id);
        });
    }

    /** Returns the lines of a changeset in XML, YAML or JSON. */
    static ChangesetLines inMarkup(Path file, String id) {
        var named = Pattern.compile("\\bid[\"']?\\s*[=:]\\s*[\"']?" + Pattern.quote(id) + "[\"']?(?![\\w.-]).*");
        return find(
                file,
                ELEMENT,
                block -> block.stream().anyMatch(line -> named.matcher(line).find()));
    }

    private static ChangesetLines find(Path file, Pattern head, Predicate<List<String>> isMeant) {
        var lines = TextFiles.lines(file);
        for (int start = 0; start < lines.size(); start++) {
            if (head.matcher(lines.get(start)).find()) {
                int end = start + 1;
                while (end < lines.size() && !head.matcher(lines.get(end)).find()) {
                    end++;
                }
                while (lines.get(end - 1).isBlank()) {
                    end--;
                }
                if (isMeant.test(lines.subList(start, end))) {
                    return of(lines.subList(start, end), start + 1);
                }
            }
        }
        return new ChangesetLines(0, 0, 0, "");
    }

    private static ChangesetLines of(List<String> block, int first) {
        int rollback = IntStream.range(1, block.size())
                .filter(i -> ROLLBACK.matcher(block.get(i)).matches())
                .findFirst()
                .orElse(0);
        var sql = block.stream()
                .map(line -> DIRECTIVE.matcher(line).matches() ? "" : line)
                .collect(Collectors.joining("\n"));
        return new ChangesetLines(first, first + block.size() - 1, first + rollback, sql);
    }
}
