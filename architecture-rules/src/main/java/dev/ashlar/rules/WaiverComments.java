// SPDX-License-Identifier: Apache-2.0
package dev.ashlar.rules;

import dev.ashlar.rules.files.TextFiles;
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
    private static final String FILE = ".*\\.(xml|sql|java|ya?ml|properties)";
    private static final Pattern COMMENT = Pattern.compile(
            "^\\s*(?:<!--|--|//|/\\*+|\\*|#)\\s*waive ([\\w-]+)(?: ([\\w.]+))?: *((?!-->|\\*/)\\S.*?)\\s*(?:-->|\\*/)?\\s*$");

    static WaiverComments under(List<Path> directories) {
        var found = new ArrayList<Waiver>();
        directories.forEach(directory -> TextFiles.under(directory, FILE).forEach(file -> read(file, found)));
        return new WaiverComments(List.copyOf(found));
    }

    private static void read(Path file, List<Waiver> found) {
        var lines = TextFiles.lines(file);
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
