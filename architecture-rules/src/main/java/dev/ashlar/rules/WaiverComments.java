// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Waivers in a project's files: {@code waive <rule>: <reason>} in a comment of XML, SQL, Java, YAML or properties. One directly below
 * the {@code <mapper>} of a MyBatis file is for the whole file. One that names a table, a column or a type, {@code waive <rule> <element>:
 * <reason>}, is for that, wherever it is written.
 */
record WaiverComments(List<Waiver> waivers) {
    private static final Pattern FILE = Pattern.compile(".*\\.(xml|sql|java|ya?ml|properties)");
    private static final Pattern COMMENT = Pattern.compile(
            "^\\s*(?:<!--|--|//|/\\*+|\\*|#)\\s*waive ([\\w-]+)(?: ([\\w.]+))?: *((?!-->|\\*/)\\S.*?)\\s*(?:-->|\\*/)?\\s*$");

    static WaiverComments under(List<Path> directories) {
        var found = new ArrayList<Waiver>();
        for (var directory : directories) {
            try (var files = Files.walk(directory)) {
                files.filter(file -> FILE.matcher(file.toString()).matches())
                        .sorted()
                        .forEach(file -> read(file, found));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return new WaiverComments(List.copyOf(found));
    }

    private static void read(Path file, List<Waiver> found) {
        List<String> lines;
        try {
            lines = new String(Files.readAllBytes(file), UTF_8).lines().toList(); // any encoding: waivers are ASCII
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file.toString(), unreadable);
        }
        boolean isHead = false;
        for (int i = 0; i < lines.size(); i++) {
            var comment = COMMENT.matcher(lines.get(i));
            isHead = lines.get(i).startsWith("<mapper ") || (isHead && comment.matches());
            if (comment.matches()) {
                int line = isHead ? 0 : i + 1;
                var place = comment.group(2) == null
                        ? Place.in(file, line, line, file.getFileName().toString())
                        : Place.of(comment.group(2));
                found.add(new Waiver(comment.group(1), place, comment.group(3)));
            }
        }
    }
}
